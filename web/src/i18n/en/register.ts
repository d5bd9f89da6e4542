import type zh from '../zh-CN/register'

const register: typeof zh = {
  about: 'Units, bodies, people and their appointments.', units: 'Units', bodies: 'Bodies', people: 'People', since: 'Since', merged: 'merged into {0}', periods: 'History', exempt: 'Exempt', roles: 'Capacities', own_unit: 'Is itself a unit', appointments: 'Appointments', from_to: 'from {0}', until: 'until {0}', post: 'Post', in_years: '{0}: {1}'
}
export default register
