import 'server-only'
import { LineChart, type LineSeriesOption, ScatterChart, type ScatterSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { createPictures } from '@/server/pictures'

use([LineChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer])

export type ChartOption = ComposeOption<
  LineSeriesOption | ScatterSeriesOption | GridComponentOption | MarkLineComponentOption
>
type Size = { width: number; height: number }

/** The last drawings, by what they show: a page that is drawn anew because something else changed costs nothing here. */
const drawings = createPictures()

/**
 * A chart as SVG text, drawn on the server: in the browser the library would weigh 190 KB. Ids in it are counted by the
 * process, so it is for server components only. What an option's functions write must follow from its data.
 */
export const drawSvg = (option: ChartOption, size: Size): Promise<string> =>
  drawings.recall(JSON.stringify([option, size]), () => Promise.resolve(draw(option, size)))

function draw(option: ChartOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, ...option })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
