import type { LifeWords } from './words.ts';

/** The lives in Russian. */
export const ru: LifeWords = {
  things: {
    token: 'токен',
    sim: 'SIM-карта',
    certificate: 'сертификат',
    'certificate-contract': 'договор о сертификате',
    'sim-contract': 'договор о SIM-карте',
  },
  copy: (thing, copy) => `${thing} (экземпляр ${copy})`,
  answersAll: 'все четыре органа: «отрицательного заключения нет»',
  centreDecided: (centre, mission, until) =>
    `${centre} решил выдать сертификат; решение и договор в представительстве (${mission}), оно должно пригласить до: ${until}`,
  deficient: (centre, items, since) =>
    `${centre} вернул заявление, недостатков: ${items}; ожидается заявитель с ${since}, срок не установлен:`,
  mended: 'заявитель исправил; заявление снова идёт в центр',
  invited: (mission) => `представительство (${mission}) приглашает заявителя`,
  overdue: (mission, until) =>
    `представительство (${mission}) не пригласило, срок истёк ${until}: просрочку видят представительство, министерство и заявитель`,
  simEntered: (operator, things) => `${operator} передаёт: ${things}`,
  carried: (things, giver, taker) => `по акту: ${things}; передаёт ${giver}, принимает ${taker}`,
  slots: (mission, day, times) => `представительство (${mission}) открывает приём на ${day}: ${times}`,
  booked: (when, zone) => `заявитель выбирает ${when} (${zone})`,
  noShow: (when) =>
    `никто не явился к ${when}; дело не прекращается, заявителю сообщено, он может выбрать другое время`,
  matches: 'заявитель явился лично; все подлинники совпадают с загруженным, новая фотография принята',
  differs: (reason) => `отказ на приёме: ${reason}`,
  finCancelled: 'система «Въезд-выезд и регистрация» аннулировала запись о виртуальном ФИН',
  toldWhere: (act) => `в письме об отказе названы причина и порядок жалобы: ${act}`,
  signed: (contracts) => `подписано: ${contracts}; вторые экземпляры кладутся в пачку представительства`,
  received: (validUntil, centre, until) =>
    `заявитель получил всё, что ему причитается; действителен до ${validUntil}; ${centre} вносит в реестр до: ${until}`,
  entered: (centre) => `${centre} внёс сертификат в реестр: дело завершено`,
  damaged: (thing, taker) => `${taker}: ${thing} с повреждением, остальное принято`,
  chainStopped: 'передача по этому делу остановлена: расхождение стоит инцидентом у оператора',
  settled: (thing) => `решение оператора: ${thing} возвращается тому, кто его выдал`,
  replaced: (thing, serial) => `центр выдаёт замену, ${thing}: ${serial}`,
  textsLost: (number) => `SMS на ${number} доходить не будут`,
  textsFailed: (texts, letters) => `не дошло SMS: ${texts}; о том же сообщено по электронной почте (${letters})`,
  group: {
    name: 'Пачка из 50 экземпляров',
    progress: (done, of, step) => `${done} из ${of} человек: ${ru.group.steps[step]}`,
    steps: {
      registered: 'заявление зарегистрировано',
      decided: 'есть решение центра',
      carried: 'всё нужное в представительстве',
      booked: 'время приёма выбрано',
      signed: 'личность подтверждена, договор подписан, всё получено',
      entered: 'сертификат в реестре',
    },
    opened: (bundle, copies, mission, until) =>
      `пачка ${bundle}: вторых экземпляров ${copies}, лежат в представительстве (${mission}), отправить до: ${until}`,
    onward: (copies, giver, taker) => `по акту: экземпляров ${copies}; передаёт ${giver}, принимает ${taker}`,
    term: (holder, clause, until) => `${holder}: передать дальше до: ${until} (${clause})`,
    arrived: (copies, taker, clause) => `экземпляров на месте: ${copies}; ${taker} (${clause})`,
    whole: (bundle) => `пачка ${bundle} доставлена полностью`,
    leg: (clause, holder, from, until, done) => `${clause}: ${holder}: с ${from}, до: ${until}, исполнено ${done}`,
    heading: (people, bundle) => `${people} человек, пачка ${bundle}`,
  },
  table: { expected: 'Ожидалось', seen: 'Получено' },
  waits: (party) => `ожидается: ${party}`,
  outcomes: { issued: 'выдан', mismatch: 'отказ: несоответствие' },
  term: (clause, holder, until, how) => `${clause}: ${holder}, до ${until}: ${how}`,
  termOutcomes: {
    done: 'исполнено',
    'done-late': 'исполнено с опозданием',
    stopped: 'прекращён',
    overdue: 'просрочено',
    open: 'идёт',
  },
  validUntil: (when) => `сертификат действителен до ${when}`,
  packChecked: (file, said) => `Материалы дела, проверены без сети: ${file}: ${said}`,
  contractFile: (file) => `Договор, подписанный центром: ${file}`,
  actFile: (file) => `Акт приёма-передачи: ${file}`,
  checkYourself: (command) => `Проверить материалы дела без сети: ${command}`,
};
