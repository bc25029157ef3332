import { fromHex } from '@exodus/bytes/hex.js';

/**
 * The same kind of sentence in several encodings, with the text that every engine has to read. The sentences are made
 * up; their bytes, in hexadecimal, were written by Python's codecs, which share nothing with the decoders under test.
 */
export const ENCODED_SAMPLES = [
  {
    encoding: 'utf-8',
    about: 'no mark',
    text: '县城小学的泥地操场换成了塑胶跑道，今年春天有二十一所学校的孩子在上面踢球。',
    bytes: fromHex(
      'e58ebfe59f8ee5b08fe5ada6e79a84e6b3a5e59cb0e6938de59cbae68da2e68890e4ba86e5a191e883b6e8b791e98193efbc8ce4bb8ae5b9b4e698a5e5a4a9e69c89e4ba8ce58d81e4b880e68980e5ada6e6a0a1e79a84e5ada9e5ad90e59ca8e4b88ae99da2e8b8a2e79083e38082',
    ),
  },
  {
    encoding: 'gb18030',
    about: 'two-byte characters',
    text: '县城小学的泥地操场换成了塑胶跑道，今年春天有二十一所学校的孩子在上面踢球。',
    bytes: fromHex(
      'cfd8b3c7d0a1d1a7b5c4c4e0b5d8b2d9b3a1bbbbb3c9c1cbcbdcbdbac5dcb5c0a3acbdf1c4eab4baccecd3d0b6fecaaed2bbcbf9d1a7d0a3b5c4baa2d7d3d4dac9cfc3e6ccdfc7f2a1a3',
    ),
  },
  {
    encoding: 'gb18030',
    about: 'four-byte characters',
    text: '𠮷县的县城小学的泥地操场换成了塑胶跑道，今年春天有二十一所学校的孩子在上面踢球。€',
    bytes: fromHex(
      '9534b235cfd8b5c4cfd8b3c7d0a1d1a7b5c4c4e0b5d8b2d9b3a1bbbbb3c9c1cbcbdcbdbac5dcb5c0a3acbdf1c4eab4baccecd3d0b6fecaaed2bbcbf9d1a7d0a3b5c4baa2d7d3d4dac9cfc3e6ccdfc7f2a1a3a2e3',
    ),
  },
  {
    encoding: 'big5',
    about: 'traditional script',
    text: '縣城小學的泥地操場換成了塑膠跑道，今年春天有二十一所學校的孩子在上面踢球。',
    bytes: fromHex(
      'bfa4abb0a470bec7aabaaa64a661bedeb3f5b4aba6a8a446b6ecbda6b65db944a141a4b5a67eac4ba4d1a6b3a447a451a440a9d2bec7aed5aabaabc4a46ca662a457adb1bdf0b279a143',
    ),
  },
  {
    // FA40 and 8740 are where Node's and Chromium's own decoders part ways.
    encoding: 'big5',
    about: 'the supplement that engines disagree on',
    text: '\u{20547}\u{20547}\u4e00\u4e00\u4e00\u4e00',
    bytes: fromHex('fa40fa40a440a440a440a440'),
  },
  {
    encoding: 'shift_jis',
    about: 'kana and kanji',
    text: '渡し場の学校は去年、新しい運動場を作りました。子どもたちは毎日サッカーをしています。',
    bytes: fromHex(
      '936e82b58fea82cc8a778d5a82cd8b8e944e8141905682b582a2895e93ae8fea82f08dec82e882dc82b582bd81428e7182c782e082bd82bf82cd968893fa83548362834a815b82f082b582c482a282dc82b78142',
    ),
  },
  {
    encoding: 'euc-jp',
    about: 'kana and kanji',
    text: '渡し場の学校は去年、新しい運動場を作りました。子どもたちは毎日サッカーをしています。',
    bytes: fromHex(
      'c5cfa4b7beeca4ceb3d8b9bba4cfb5eec7afa1a2bfb7a4b7a4a4b1bfc6b0beeca4f2baeea4eaa4dea4b7a4bfa1a3bbd2a4c9a4e2a4bfa4c1a4cfcbe8c6fca5b5a5c3a5aba1bca4f2a4b7a4c6a4a4a4dea4b9a1a3',
    ),
  },
  {
    encoding: 'iso-2022-jp',
    about: 'seven bits',
    text: '渡し場の学校は去年、新しい運動場を作りました。',
    bytes: fromHex(
      '1b2442454f24373e6c244e3358393b244f356e472f21223f3724372424313f46303e6c24723a6e246a245e2437243f21231b2842',
    ),
  },
  {
    encoding: 'euc-kr',
    about: 'words with blanks between them',
    text: '나루터 마을의 초등학교가 지난해 봄에 새 운동장을 만들었고 아이들은 날마다 공을 찬다.',
    bytes: fromHex(
      'b3aab7e7c5cd20b8b6c0bbc0c720c3cab5eec7d0b1b3b0a120c1f6b3adc7d820babdbfa120bbf520bfeeb5bfc0e5c0bb20b8b8b5e9befab0ed20bec6c0ccb5e9c0ba20b3afb8b6b4d920b0f8c0bb20c2f9b4d92e',
    ),
  },
  {
    encoding: 'hz-gb-2312',
    about: 'seven bits, with a tilde and an open line',
    text: '县城小学的泥地操场换成了塑胶跑道~\n今年春天有二十一所学校。',
    bytes: fromHex(
      '7e7b4f58334750215127354444603558325933213b3b3349414b4b5c3d3a455c35407e7d7e7e0a7e7b3d71446a343a4c6c5350367e4a2e523b4b795127502321237e7d',
    ),
  },
  {
    encoding: 'windows-1252',
    about: 'few letters beyond ASCII',
    text: 'Die Schule am Fähranleger hat voriges Jahr einen neuen Sportplatz gebaut; die Kinder spielen dort täglich Fußball, und die Gemeinde zahlt für die Bänke.',
    bytes: fromHex(
      '44696520536368756c6520616d2046e46872616e6c656765722068617420766f7269676573204a6168722065696e656e206e6575656e2053706f7274706c61747a206765626175743b20646965204b696e64657220737069656c656e20646f72742074e4676c696368204675df62616c6c2c20756e64206469652047656d65696e6465207a61686c742066fc72206469652042e46e6b652e',
    ),
  },
  {
    encoding: 'windows-1251',
    about: 'Cyrillic',
    text: 'Школа у переправы в прошлом году построила новую спортивную площадку, и дети каждый день играют там в футбол.',
    bytes: fromHex(
      'd8eaeeebe020f320efe5f0e5eff0e0e2fb20e220eff0eef8ebeeec20e3eee4f320efeef1f2f0eee8ebe020edeee2f3fe20f1efeef0f2e8e2edf3fe20efebeef9e0e4eaf32c20e820e4e5f2e820eae0e6e4fbe920e4e5edfc20e8e3f0e0fef220f2e0ec20e220f4f3f2e1eeeb2e',
    ),
  },
  {
    encoding: 'koi8-r',
    about: 'Cyrillic',
    text: 'Школа у переправы в прошлом году построила новую спортивную площадку, и дети каждый день играют там в футбол.',
    bytes: fromHex(
      'fbcbcfccc120d520d0c5d2c5d0d2c1d7d920d720d0d2cfdbcccfcd20c7cfc4d520d0cfd3d4d2cfc9ccc120cecfd7d5c020d3d0cfd2d4c9d7ced5c020d0cccfddc1c4cbd52c20c920c4c5d4c920cbc1d6c4d9ca20c4c5ced820c9c7d2c1c0d420d4c1cd20d720c6d5d4c2cfcc2e',
    ),
  },
  {
    encoding: 'utf-32le',
    about: 'with a mark',
    text: '县城小学𠮷\n',
    bytes: fromHex('fffe0000bf530000ce5700000f5c0000665b0000b70b02000a000000'),
  },
] as const;
