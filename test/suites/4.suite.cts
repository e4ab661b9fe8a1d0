import { runSuite } from './suite.cts';

runSuite(4);
