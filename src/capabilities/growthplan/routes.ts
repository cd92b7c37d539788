import { inFirm, type Route, withUpload } from '../../platform/http/routes.ts';
import { exportPlan, takePlanFile } from './actions.ts';
import { exportGrowthPlan, importGrowthPlan } from './contract.ts';

export const growthPlanRoutes: Route[] = [
  withUpload(importGrowthPlan, takePlanFile),
  inFirm(exportGrowthPlan, exportPlan),
];
