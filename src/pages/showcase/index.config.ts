export default definePageConfig({ navigationBarTitleText: '亮栏' })
