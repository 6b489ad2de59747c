export default definePageConfig({ navigationBarTitleText: '示范项目' })
