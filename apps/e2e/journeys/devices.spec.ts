import { expect, Person, test } from './club';
import { cuttable } from './network';
import { cell, Pair, plays } from './tables';
import { nothingSerious, nothingSticksOut } from './whole';

const elsewhere = 'You play this game on another device. This one only shows it.';

test('on a newer device one plays, the older one shows the game and takes it back', async ({
  browser,
  club,
}) => {
  const pair = await Pair.sitsDown(club, ['Denis Devices', 'Petra Patient']);
  const desk = await Person.arrives(browser, club, 'Denis Devices', { colorScheme: 'dark' });
  const network = await cuttable(desk);
  await desk.goes(pair.path);
  await plays(desk, 1, 1);
  await pair.acts(pair.second, 4);
  // Another tab of the same browser is the same device.
  const tab = await desk.opensTab(pair.path);
  await plays(desk, 1, 2);
  await expect(cell(tab, 1, 2)).toHaveAccessibleName(/X/);
  await pair.acts(pair.second, 2);
  await tab.close();

  const phone = await Person.arrives(browser, club, 'Denis Devices', {
    viewport: { width: 320, height: 640 },
    locale: 'ru',
  });
  await phone.goes(pair.path);
  await expect(desk.page.getByText(elsewhere)).toBeVisible();
  await expect(cell(desk.page, 3, 1)).toBeDisabled();
  await nothingSerious(desk.page, 'a table that is played on another device');

  // To come back after a lost connection makes no device a new one.
  await network.cut();
  await expect(desk.page.getByText('The connection is lost.')).toBeVisible();
  await network.mend();
  await expect(desk.page.getByText('The connection is lost.')).toHaveCount(0);
  await expect(desk.page.getByText(elsewhere)).toBeVisible();
  const there = phone.page.getByRole('button', { name: /ряд 3, столбец 1/i });
  await there.click();
  await expect(there).toHaveAccessibleName(/крестик/);
  // The older one shows what the newer one does.
  await expect(cell(desk.page, 3, 1)).toHaveAccessibleName(/X/);
  await pair.acts(pair.second, 3);

  await desk.page.getByRole('button', { name: 'Play here' }).click();
  await expect(desk.page.getByText(elsewhere)).toHaveCount(0);
  await expect(phone.page.getByText('Вы играете с другого устройства.')).toBeVisible();
  await expect(phone.page.getByRole('button', { name: 'Играть здесь' })).toBeInViewport();
  await nothingSticksOut(phone.page, 'a table that is played on another device at 320');
  await plays(desk, 2, 3);

  // Where only one is left, it plays.
  await desk.leaves();
  await expect(phone.page.getByRole('button', { name: 'Играть здесь' })).toHaveCount(0);
  await phone.leaves();
  pair.close();
});
