export default definePageConfig({ navigationBarTitleText: '我的公开名片' })
