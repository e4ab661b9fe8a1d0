import { kpiSeries } from '../../reports/kpi.cts';

/** GET /kpi/dau/data_series */
export const getDau = kpiSeries('dau', 5000);
