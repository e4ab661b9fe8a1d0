import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// n8n-core reads these when it is loaded, so this file is imported before it
process.env.N8N_USER_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-local-runs';
process.env.N8N_LOG_LEVEL ??= 'silent';
process.env.N8N_EXPRESSION_ENGINE ??= 'legacy';
