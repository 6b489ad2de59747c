export default definePageConfig({ navigationBarTitleText: '补课' })
