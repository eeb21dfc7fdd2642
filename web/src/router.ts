// The addresses of the app. What a person may want to send to another has one.
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import ExplanationSheet from './explanation/ExplanationSheet.vue';
import MethodPage from './method/MethodPage.vue';
import FirstPage from './standings/FirstPage.vue';
import StandingsPage from './standings/StandingsPage.vue';
import NowherePage from './ui/NowherePage.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'first', component: FirstPage },
    {
      path: '/standings/:method/:period',
      name: 'standings',
      component: StandingsPage,
      children: [
        { path: ':unit/:column?', name: 'explanation', component: ExplanationSheet },
      ],
    },
    { path: '/methods/:method', name: 'method', component: MethodPage },
    { path: '/:rest(.*)*', name: 'nowhere', component: NowherePage },
  ],
  scrollBehavior(to, from, saved) {
    if (saved) {
      return saved;
    }
    return isSamePage(to, from) || to.hash !== '' ? false : { top: 0 };
  },
});

// An explanation opens over its table and leaves the table where it was.
function isSamePage(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  return to.matched[0] === from.matched[0] && to.params['method'] === from.params['method'];
}
