/// The parts of the charting program that the screens use, and no others.
import { LineChart, RadarChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent } from 'echarts/components'
import { init as initChart, use, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([LineChart, RadarChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent, CanvasRenderer])

export function init(box: HTMLElement): EChartsType {
  return initChart(box)
}

export const colours = { main: '#1b4f91', other: '#b7791f', soft: '#9fb3cf', line: '#b3261e' }
