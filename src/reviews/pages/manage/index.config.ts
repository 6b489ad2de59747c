export default definePageConfig({ navigationBarTitleText: '组织评议' })
