export default definePageConfig({ navigationBarTitleText: '补课情况' })
