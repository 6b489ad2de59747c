export default definePageConfig({ navigationBarTitleText: '写绩效' })
