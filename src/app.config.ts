export default defineAppConfig({
  pages: ['pages/today/index', 'pages/showcase/index', 'pages/me/index', 'pages/check-in/index', 'pages/sign-in/index'],
  subPackages: [
    {
      root: 'meetings',
      pages: [
        'pages/list/index',
        'pages/meeting/index',
        'pages/schedule/index',
        'pages/check-in-screen/index',
        'pages/record/index',
        'pages/cadence/index',
        'pages/record-past/index',
        'pages/make-up/index',
        'pages/make-ups/index',
      ],
    },
    {
      root: 'roster',
      pages: ['pages/units/index', 'pages/unit/index', 'pages/person/index', 'pages/trail/index', 'pages/import/index'],
    },
    { root: 'approvals', pages: ['pages/inbox/index'] },
    { root: 'motions', pages: ['pages/list/index', 'pages/vote/index'] },
    {
      root: 'reviews',
      pages: ['pages/list/index', 'pages/round/index', 'pages/rate/index', 'pages/results/index', 'pages/edit/index', 'pages/manage/index'],
    },
    {
      root: 'showcase',
      pages: [
        'pages/member/index',
        'pages/profile/index',
        'pages/duties/index',
        'pages/pledge/index',
        'pages/pledge-form/index',
        'pages/performance/index',
        'pages/performance-form/index',
        'pages/project/index',
        'pages/project-form/index',
        'pages/card/index',
        'pages/my-card/index',
        'pages/desk-card/index',
      ],
    },
  ],
  tabBar: {
    color: '#646A73',
    selectedColor: '#C8161D',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/today/index', text: '今日' },
      { pagePath: 'pages/showcase/index', text: '亮栏' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  // WeChat alone reads these: a page is loaded when it is opened, and its privacy notice is asked for before what needs it.
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: {
    navigationBarTitleText: '三亮',
    navigationBarBackgroundColor: '#C8161D',
    navigationBarTextStyle: 'white',
    backgroundColor: '#F5F6F7',
    backgroundTextStyle: 'dark',
  },
})
