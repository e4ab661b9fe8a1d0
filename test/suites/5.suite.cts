import { runSuite } from './suite.cts';

runSuite(5);
