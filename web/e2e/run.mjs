/// All of it: fresh cities, the journeys, the tour, the measures, the pictures. `npm run build` comes first.
import { startCities } from './cities.mjs'
import { journeys } from './journey.mjs'
import { measure, told } from './measure.mjs'
import { pictures } from './pictures.mjs'
import { states } from './states.mjs'
import { tour } from './tour.mjs'

await journeys()
const cities = process.env.HENG_URL ? { end: async () => undefined } : await startCities()
try {
  for (const line of told(await measure())) console.log(line)
  await states()
  await tour()
  if (process.argv.includes('--pictures')) await pictures()
} finally {
  await cities.end()
}
