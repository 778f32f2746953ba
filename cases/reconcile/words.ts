import type { DifferenceKind } from './difference.ts';

/** What each kind of difference is, in a sentence for the operator. */
export const DIFFERENCE_WORDS: Record<DifferenceKind, { az: string; en: string; ru: string }> = {
  'case-without-workflow': {
    az: 'İş açıqdır, lakin onu aparan icra axını yoxdur.',
    en: 'The case is open, but no workflow carries it.',
    ru: 'Дело открыто, но ведущего его процесса исполнения нет.',
  },
  'workflow-ended-before-case': {
    az: 'İcra axını bitib, iş isə hələ açıqdır.',
    en: 'The workflow has ended while the case is still open.',
    ru: 'Процесс исполнения завершён, а дело ещё открыто.',
  },
  'workflow-of-ended-case': {
    az: 'İş bitib, lakin onun icra axını hələ gözləyir.',
    en: 'The case has ended, but its workflow is still waiting.',
    ru: 'Дело завершено, но процесс его исполнения ещё ожидает.',
  },
  'workflow-without-case': {
    az: 'İcra axını var, lakin onun işi qeydlərdə yoxdur.',
    en: 'There is a workflow whose case the record does not know.',
    ru: 'Есть процесс исполнения, дела которого в записях нет.',
  },
  'term-not-closed': {
    az: 'Müddət bitib, lakin hələ bağlanmayıb.',
    en: 'A term has ended and is not closed yet.',
    ru: 'Срок истёк, но ещё не закрыт.',
  },
  'wake-not-relayed': {
    az: 'İcra axınına göndərilməli xəbər beş dəqiqədən artıqdır gözləyir.',
    en: 'Word for a workflow has been waiting for more than five minutes.',
    ru: 'Сообщение для процесса исполнения ждёт отправки более пяти минут.',
  },
  'document-unsigned': {
    az: 'Sənəd beş dəqiqədən artıqdır imzalanmayıb.',
    en: 'A document has been without a signature for more than five minutes.',
    ru: 'Документ не подписан более пяти минут.',
  },
  'custody-against-case': {
    az: 'Əşyanın kimdə olması işin vəziyyətinə uyğun deyil.',
    en: 'Whoever holds the item does not fit where the case stands.',
    ru: 'То, у кого находится предмет, не соответствует состоянию дела.',
  },
  'custody-chain-broken': {
    az: 'Əşyanın əldən-ələ keçmə ardıcıllığında boşluq var və ya əşya heç kimdə deyil.',
    en: 'The hands an item went through have a gap, or it is in nobody’s hands.',
    ru: 'В цепочке передачи предмета есть разрыв, или предмет ни у кого не находится.',
  },
  'unwinding-missing': {
    az: 'İş sertifikatsız bitib, lakin əşyanın geri qaytarılması planlaşdırılmayıb.',
    en: 'The case ended without a certificate, but nobody is asked to bring the item back.',
    ru: 'Дело завершено без сертификата, но возврат предмета не запланирован.',
  },
  'register-differs': {
    az: 'Reyestrdəki qeyd sertifikata və ya onun təhvilinə uyğun deyil.',
    en: 'The entry in the register does not fit the certificate or its hand-over.',
    ru: 'Запись в реестре не соответствует сертификату или его передаче.',
  },
  'notice-result-unknown': {
    az: 'Provayder SMS-in nəticəsini bilir, qeydlərdə isə o, hələ yoldadır.',
    en: 'The provider knows what became of a text message that the record takes to be on its way.',
    ru: 'Провайдер знает результат SMS, которое в записях ещё считается отправляемым.',
  },
  'message-unaccounted': {
    az: 'Provayderdə heç bir bildirişə aid olmayan və ya ikinci dəfə göndərilmiş SMS var.',
    en: 'The provider holds a text message that belongs to no notice, or a second one of the same notice.',
    ru: 'У провайдера есть SMS, не относящееся ни к одному уведомлению, или отправленное повторно.',
  },
  'chain-head-differs': {
    az: 'Sübut zəncirinin sonu onun son sətrinə uyğun deyil.',
    en: 'The head of a chain of evidence is not its newest row.',
    ru: 'Конец цепочки доказательств не совпадает с её последней строкой.',
  },
};
