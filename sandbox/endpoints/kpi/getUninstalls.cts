import { kpiSeries } from '../../reports/kpi.cts';

/** GET /kpi/uninstalls/data_series */
export const getUninstalls = kpiSeries('uninstalls', 40);
