import { kpiSeries } from '../../reports/kpi.cts';

/** GET /kpi/new_users/data_series */
export const getNewUsers = kpiSeries('new_users', 200);
