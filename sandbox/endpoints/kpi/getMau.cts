import { kpiSeries } from '../../reports/kpi.cts';

/** GET /kpi/mau/data_series */
export const getMau = kpiSeries('mau', 60000);
