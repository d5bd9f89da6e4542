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
  { path: '/work', component: () => import('./screens/work/Work.vue') },
  { path: '/home', component: () => import('./screens/home/Home.vue') },
  { path: '/findings', component: () => import('./screens/findings/Findings.vue') },
  { path: '/findings/new', component: () => import('./screens/findings/RecordFinding.vue') },
  { path: '/findings/confirm', component: () => import('./screens/findings/ConfirmQueue.vue') },
  { path: '/findings/:record(\\d+)', component: () => import('./screens/findings/FindingPage.vue') },
  { path: '/standing', component: () => import('./screens/standing/Standing.vue') },
  { path: '/sheet/:unit', component: () => import('./screens/standing/SheetPage.vue') },
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
