import { runSuite } from './suite.cts';

runSuite(6);
