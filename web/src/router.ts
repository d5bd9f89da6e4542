/// The screens by address. The address is kept behind `#`, so that the server needs to know none of them.
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { useSession } from './stores/session'

declare module 'vue-router' {
  interface RouteMeta {
    /// Shown without a session and without the frame of the application.
    isOpen?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/work' },
  { path: '/sign-in', component: () => import('./screens/sign-in/SignIn.vue'), meta: { isOpen: true } },
  { path: '/vote/:tenant?/:code?', component: () => import('./screens/vote/Vote.vue'), meta: { isOpen: true } },
  { path: '/work', component: () => import('./screens/work/Work.vue') },
  { path: '/home', component: () => import('./screens/home/Home.vue') },
  { path: '/findings', component: () => import('./screens/findings/Findings.vue') },
  { path: '/findings/new', component: () => import('./screens/findings/RecordFinding.vue') },
  { path: '/findings/confirm', component: () => import('./screens/findings/ConfirmQueue.vue') },
  { path: '/findings/:record(\\d+)', component: () => import('./screens/findings/FindingPage.vue') },
  { path: '/standing', component: () => import('./screens/standing/Standing.vue') },
  { path: '/sheet/:unit', component: () => import('./screens/standing/SheetPage.vue') },
  { path: '/monitoring', component: () => import('./screens/monitoring/Monitoring.vue') },
  { path: '/matters/:record(\\d+)', component: () => import('./screens/monitoring/MatterPage.vue') },
  { path: '/half-year', component: () => import('./screens/half-year/HalfYear.vue') },
  { path: '/self-check/:unit', component: () => import('./screens/half-year/SelfCheck.vue') },
  { path: '/year-end', component: () => import('./screens/year-end/YearEnd.vue') },
  { path: '/ballots/:record(\\d+)', component: () => import('./screens/year-end/BallotPage.vue') },
  { path: '/ballots/new', component: () => import('./screens/year-end/OpenBallot.vue') },
  { path: '/grading', component: () => import('./screens/grading/GradingDesk.vue') },
  { path: '/results', component: () => import('./screens/results/Results.vue') },
  { path: '/regulation', component: () => import('./screens/regulation/Regulation.vue') },
  { path: '/indicators', component: () => import('./screens/indicators/Indicators.vue') },
  { path: '/ledger', component: () => import('./screens/ledger/Ledger.vue') },
  { path: '/register', component: () => import('./screens/register/Register.vue') },
  { path: '/admin', component: () => import('./screens/admin/Admin.vue') },
  { path: '/help', component: () => import('./screens/help/Help.vue') },
  { path: '/account', component: () => import('./screens/account/Account.vue') },
  { path: '/act/:act', component: () => import('./screens/act/ActPage.vue') },
  { path: '/:rest(.*)*', redirect: '/work' }
]

export const router = createRouter({
  history: createWebHashHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 }
})

let isResumed = false
router.beforeEach(async (to) => {
  if (to.meta.isOpen && to.path !== '/sign-in') return true
  const session = useSession()
  if (!isResumed) {
    isResumed = true
    await session.resume()
  }
  if (to.path === '/sign-in') return session.isIn ? '/work' : true
  return session.isIn ? true : { path: '/sign-in', query: { to: to.fullPath } }
})
