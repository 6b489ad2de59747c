export default definePageConfig({ navigationBarTitleText: '申报示范项目' })
