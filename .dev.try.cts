import { openWorld } from './e2e/world.cts';
(async () => {
  const w = await openWorld();
  try {
  w.editor.page.setDefaultTimeout(10000);
  await w.editor.newWorkflow();
  console.log(await w.editor.searchNodes('braze'));
  await w.editor.screenshot('try0');
  await w.editor.clickItem('Braze');
  await w.editor.page.waitForTimeout(3000);
  await w.editor.screenshot('try1');
  console.log(await w.editor.page.locator('[data-test-id=node-creator-item-name]').allInnerTexts());
  } finally { await w.end(); }
})();
