import { runSuite } from './suite.cts';

runSuite(2);
