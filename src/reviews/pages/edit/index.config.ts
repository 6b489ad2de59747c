export default definePageConfig({ navigationBarTitleText: '准备评议' })
