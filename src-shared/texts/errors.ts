// What a person reads when a call ends with a code: a title that says what happened, and a sentence that says what is safe and what to do.
// The codes stand in the contract; the compiler holds this list to it where both may be seen (contract/codes.ts). Rooms whose codes reach
// a screen without being a call's own (the ledger's state) add theirs here too; why something waits to be sent is in texts/sync.
import { bilingual } from './language';

/** `todo`: what is safe, then what to do. */
export type ErrorWords = { readonly title: string; readonly todo: string };

export const errorTexts = bilingual({
  zh: {
    // The frame around every call.
    SENDER_REFUSED: { title: '这个窗口不能发起这项操作', todo: '什么都没有改动。关掉这个窗口，从主窗口重新打开。' },
    INPUT_INVALID: {
      title: '这次请求的内容不合格式',
      todo: '什么都没有改动，草稿还在。检查刚才填写的内容；若内容无误，复制详情交给维护人员。',
    },
    INPUT_TOO_LARGE: { title: '这次请求的内容太大', todo: '什么都没有改动，草稿还在。缩短最长的几段文字，或把文件打成一个压缩包再试。' },
    LOCKED: { title: '工作台已锁定', todo: '草稿和台账都在。用口令解锁后再做一次。' },
    INTERNAL: {
      title: '程序内部没有按预期完成这一步',
      todo: '已保存的草稿、材料和台账不受影响。再试一次；若还是这样，复制详情交给维护人员。',
    },

    // First run, trust and enrolment.
    TRUST_UNREADABLE: { title: '这个文件不是信任文件', todo: '没有导入任何内容。向市数据局要原始的 trust.json，不要从聊天记录里另存。' },
    TRUST_PRACTICE: { title: '这是演练用的信任文件', todo: '没有导入任何内容。正式使用须导入市数据局正式发布的信任文件。' },
    TRUST_TOKEN_UNKNOWN: { title: '选好的信任文件已经不在了', todo: '没有导入任何内容。重新选一次信任文件，再核对指纹。' },
    FINGERPRINT_MISMATCH: {
      title: '指纹对不上',
      todo: '没有导入任何内容。不要使用这个文件；在电话里请市数据局再念一遍，仍不相同就请对方重新送来。',
    },
    PERSONS_EQUAL: { title: '核对指纹须由两个不同的人', todo: '没有导入任何内容。请另一位同事一起核对，写上两个人的姓名。' },
    PROFILE_EXISTS: { title: '本机已经有审核员档案', todo: '原来的档案和密钥没有改动。回到解锁界面，用原来的口令打开。' },
    PROFILE_MISSING: { title: '本机还没有审核员档案', todo: '什么都没有改动。先完成首次设置，生成密钥。' },
    PASSPHRASE_TOO_SHORT: { title: '口令太短', todo: '密钥还没有生成。换一个更长的口令，用几个不相干的词最容易记。' },
    PASSPHRASE_PUBLIC: { title: '这是公开的演练口令', todo: '密钥还没有生成。正式使用须换一个只有本人知道的口令。' },
    PASSPHRASE_WRONG: { title: '口令不对', todo: '什么都没有改动。看一下大写锁定和输入法，再输一次。' },
    UNLOCK_DELAYED: {
      title: '口令错了多次，暂时不能再试',
      todo: '草稿、密钥和台账都在。等倒计时结束再输；不要反复重启，倒计时不会因此变短。',
    },
    KEY_FILE_DAMAGED: { title: '密钥文件读不出来', todo: '台账和草稿没有改动。不要删除数据文件夹，用备份恢复密钥文件。' },
    KEY_LOCKED: { title: '工作站密钥已锁定', todo: '什么都没有改动。解锁后再做一次。' },
    USCC_CHECK: { title: '统一社会信用代码的校验位不对', todo: '还没有保存。照营业执照逐位核对这 18 位。' },
    NO_TRUST: { title: '还没有导入市数据局的信任文件', todo: '登记、审核和草稿照常。先在设置里导入信任文件。' },
    BUREAU_UNREACHABLE: { title: '市数据局没有回应', todo: '本机内容都在，审核照常。网络通了再试，或用优盘交换文件。' },
    BUREAU_ANSWER_INVALID: {
      title: '市数据局的答复不合格式，没有采用',
      todo: '本机内容没有改动。稍后再试；若还是这样，把详情告诉市数据局。',
    },
    ANSWER_UNREADABLE: { title: '这个文件不是登记答复', todo: '什么都没有改动。选市数据局发回的 *.dsse.json 文件。' },
    ANSWER_FOR_ANOTHER_KEY: { title: '这份登记答复是给另一把密钥的', todo: '什么都没有改动。请市数据局按本机的登记申请重新答复。' },
    ANSWER_NOT_TRUSTED: { title: '登记答复的签名不属于受信任的市数据局', todo: '没有采用。核对信任文件和答复文件是否来自同一个市数据局。' },

    // Register.
    SAMPLE_UNKNOWN: { title: '没有这个样例', todo: '什么都没有改动。回到产品页，从列出的样例里选。' },
    FILE_UNREADABLE: { title: '文件读不出来', todo: '已经收下的材料不受影响。确认文件没有被移走或占用，再选一次。' },
    TOO_MANY_FILES: { title: '文件超过 1,000 个', todo: '这次的文件没有收下，已有材料不受影响。打成一个 ZIP 再交，它就算一个文件。' },
    VAULT_WRITE_FAILED: { title: '材料没有写进材料库', todo: '原文件没有改动。看一下磁盘是否已满，再加一次。' },
    EVIDENCE_UNKNOWN: { title: '材料库里没有这份文件', todo: '草稿还在。回到登记页，把这份文件重新加进来。' },
    FILE_MARKED: {
      title: '文件名带有密级标志，没有收下',
      todo: '这一批文件一个都没有读。不要再复制、传送或删除带标志的文件，请马上联系本单位保密工作机构。其他文件分开再选一次。',
    },
    EVIDENCE_QUARANTINED: {
      title: '文件里有密级标志，已隔离',
      todo: '内容已锁住：不再打开、复制、报送，也不能删除。请马上联系本单位保密工作机构，由其处理和报告；本产品不再出具审核结论。',
    },
    EVIDENCE_LOCKED: {
      title: '这份文件已隔离，内容已锁住',
      todo: '里面有原始数据或协议以外的个人信息：不再打开、导出、重新分析、收进别的卷，也不单独删除。到“分析”页打开它，按次序报告、删除。',
    },
    QUARANTINE_NO_GROUND: {
      title: '没有隔离：本机的分析结果里没有依据',
      todo: '什么都没有改动。分析没有看到与原始数据相同的行，也没有看到协议以外的个人信息；先分析，再看结果。',
    },
    QUARANTINE_UNKNOWN: { title: '这份文件没有隔离', todo: '什么都没有改动。回到“分析”页重新打开这份文件。' },
    ALREADY_REPORTED: { title: '问题报告已经签过', todo: '没有再签一份。到“报送”页看它送到没有。' },
    REPORT_MISSING: { title: '还没有报告市数据局', todo: '什么都没有删除。先报告，后删除：先签问题报告，再做这一步。' },
    REPORT_NOT_RECEIVED: {
      title: '市数据局还没有收到问题报告',
      todo: '什么都没有删除。报告已签，在待报送里；等市数据局的回执回来，再请第二人确认删除。',
    },
    SAME_PERSON: { title: '须换一个人确认', todo: '什么都没有删除。隔离和报告的人不能自己确认删除，请另一位登记过的人来。' },
    COUNTERSIGNER_UNKNOWN: { title: '本机没有这位第二人', todo: '什么都没有删除。到“设置”的“单位与人员”里加上，等市数据局登记。' },
    COUNTERSIGNER_NOT_ENROLLED: {
      title: '第二人还没有登记，或登记已过期、已吊销',
      todo: '什么都没有删除。等市数据局答复登记；答复由报送自动收下，也可以在设置里导入。',
    },
    ALREADY_DELETED: { title: '内容已经删除', todo: '没有再做一次。名称、摘要和经过都还在。' },
    NAME_TAKEN: { title: '本机已有这个姓名', todo: '没有生成密钥。第二人须是另一个人；同名的，在姓名后加上工号。' },
    PASSPHRASE_TAKEN: { title: '这个口令已经有人用', todo: '没有生成密钥。请第二人自己想一个，不要让别人看到。' },
    STATE_SECRETS: { title: '涉及国家秘密，不能在这里审核', todo: '没有收下任何文件。按交接说明移交，不要把文件复制到本机。' },

    // Decide and sign.
    ASSESSMENT_INCOMPLETE: { title: '没有签署：还有没补齐的地方', todo: '草稿还在。右边列出了还差哪几处，补齐后再签。' },
    OUTCOME_CLOSED: { title: '没有签署：选的结论不可选', todo: '草稿还在。主程序按自己的记录重算过；看结论旁边的原因，改答复或换结论。' },
    BASIS_NOT_CHOSEN: { title: '没有签署：还没有选定审核依据', todo: '草稿还在。在“审核依据”里选定一项，写明条款号。' },
    BASIS_CHANGED: {
      title: '没有签署：打开窗口之后审核依据变了',
      todo: '台账没有增加意见书，草稿还在。关掉签署窗口，按现在的审核依据重新打开；需要选定依据的，先选定。',
    },
    SUPPLEMENT_SENT: { title: '补正通知已经发过', todo: '没有再记一次。补正只发一次；原来的通知可以重新打印。' },
    EDITION_UNKNOWN: { title: '没有签署：本机没有这个版本的审核清单', todo: '草稿还在。导入市数据局签发的清单版本再签。' },
    EDITION_NOT_ISSUED: {
      title: '没有签署：审核清单市数据局尚未签发',
      todo: '草稿还在，可以先做完。联网报送一次，或导入市数据局签发的清单，再签。',
    },
    NOT_ENROLLED: { title: '没有签署：签署人尚未登记', todo: '草稿还在，可以先做完。市数据局答复登记后就能签。' },
    ENROLMENT_EXPIRED: { title: '没有签署：签署人的登记已过期', todo: '草稿还在。请市数据局续期，续期到了再签。' },
    EVIDENCE_CHANGED: {
      title: '没有签署：有文件与审核时不同',
      todo: '台账没有增加，草稿还在。答复针对的是原来的文件：换回原文件，或重新登记后再审。',
    },
    ANALYSIS_MISSING: { title: '没有可导出的分析结果', todo: '什么都没有写出。先分析这个文件，再导出。' },
    ANALYSIS_UNKNOWN: { title: '没有签署：引用的分析结果本机没有', todo: '草稿还在。回到审核页重新分析这份文件，再签。' },
    PRIVATE_DATA_IN_TEXT: {
      title: '没有签署：要签的文字里有个人信息或口令',
      todo: '草稿还在。把理由、发现、条件和文件名里的号码打码或改写，再签。签署后的文字会公开流转。',
    },
    STATEMENT_TOO_LARGE: {
      title: '没有签署：意见书太长，一行台账放不下',
      todo: '草稿还在。缩短理由和发现的文字，或把交付文件打成一个 ZIP。',
    },
    CLOCK_BEHIND_LEDGER: {
      title: '没有签署：本机时间比台账最后一条早',
      todo: '台账和草稿没有改动。校正本机时间后再签；不要为了签署而改动台账。',
    },
    SIGNING_IN_PROGRESS: { title: '签署窗口已经打开', todo: '草稿还在。到已打开的签署窗口里签署或返回。' },
    ALREADY_SIGNED: { title: '这一版已经签署过了', todo: '没有再签。到“报告”里看已签的意见书；要改结论，须登记新的一版。' },
    LEDGER_READ_ONLY: { title: '台账现在是只读的', todo: '台账没有再写入，草稿还在。到“台账”里看原因，处理好才能继续签署。' },
    LEDGER_WRITE_FAILED: {
      title: '没有签署：台账没有写成',
      todo: '没有生成意见书，草稿还在。看一下磁盘空间，重启后台账会先自查再接着写。',
    },
    REQUEST_GONE: { title: '这次签署请求已经失效', todo: '没有签署，草稿还在。关掉这个窗口，回到结论页重新打开签署窗口。' },

    // Verdicts and reports.
    VERDICT_UNKNOWN: { title: '台账里没有这份意见书', todo: '什么都没有改动。回到报告列表重新选一份。' },
    REPORT_FAILED: { title: '没有排出报告', todo: '意见书和签名都在台账里。再试一次；若还是这样，复制详情交给维护人员。' },
    REPORT_GONE: { title: '要排版的报告已经不在了', todo: '意见书和签名都在台账里。回到意见书页再导出一次。' },
    EXPORT_FAILED: { title: '没有导出', todo: '意见书和签名都在台账里。看一下导出文件夹能否写入、磁盘是否已满，再试一次。' },
    NO_NOTICE: { title: '这份意见书没有整改通知', todo: '什么都没有改动。只有“退回整改”才有整改通知。' },

    // What the ledger says of itself.
    TAIL_TORN: { title: '台账最后一行没有写完，已切下另存', todo: '此前每一行都完好，可以继续工作。没写完的那一行从未算作已签署。' },
    DAMAGED: { title: '台账有一行对不上，已改为只读', todo: '软件没有改动任何字节，现在不能签署。导出给检查人员，或从备份比对。' },
    LOST_ENTRIES: { title: '台账比检查点少，已改为只读', todo: '软件没有改动任何字节，现在不能签署。找回最近的备份比对，并告诉市数据局。' },
    WRITE_FAILED: {
      title: '台账没有写成，已改为只读',
      todo: '已有的每一行都在，现在不能签署。看一下磁盘空间，再到“台账”里按“再校验一遍”就能接着写，不必重启。',
    },
  },
  en: {
    SENDER_REFUSED: {
      title: 'This window may not start this action',
      todo: 'Nothing was changed. Close it and open it again from the main window.',
    },
    INPUT_INVALID: {
      title: 'The request was not well formed',
      todo: 'Nothing was changed and the draft is kept. Check what was typed last; if it is right, copy the details for support.',
    },
    INPUT_TOO_LARGE: {
      title: 'The request was too large',
      todo: 'Nothing was changed and the draft is kept. Shorten the longest texts, or deliver the files as one archive.',
    },
    LOCKED: { title: 'The desk is locked', todo: 'Drafts and ledger are kept. Unlock with the passphrase and do it again.' },
    INTERNAL: {
      title: 'The program did not complete this step as intended',
      todo: 'Saved drafts, evidence and the ledger are not affected. Try again; if it stays, copy the details for support.',
    },
    TRUST_UNREADABLE: { title: 'This is not a trust file', todo: 'Nothing was imported. Ask the bureau for the original trust.json.' },
    TRUST_PRACTICE: {
      title: 'This trust file is for practice',
      todo: 'Nothing was imported. Real use needs the trust file that the bureau published.',
    },
    TRUST_TOKEN_UNKNOWN: {
      title: 'The chosen trust file is gone',
      todo: 'Nothing was imported. Choose the file again and compare the fingerprint.',
    },
    FINGERPRINT_MISMATCH: {
      title: 'The fingerprint does not match',
      todo: 'Nothing was imported. Do not use this file; have the bureau read it again, and ask for a new file if it still differs.',
    },
    PERSONS_EQUAL: {
      title: 'Two different people must compare it',
      todo: 'Nothing was imported. Do it with a colleague and enter both names.',
    },
    PROFILE_EXISTS: {
      title: 'This workstation already has a profile',
      todo: 'Profile and key are unchanged. Unlock with the earlier passphrase.',
    },
    PROFILE_MISSING: {
      title: 'This workstation has no profile yet',
      todo: 'Nothing was changed. Complete the first run and create the key.',
    },
    PASSPHRASE_TOO_SHORT: {
      title: 'The passphrase is too short',
      todo: 'No key was created. Use a longer one; several unrelated words are easy to keep.',
    },
    PASSPHRASE_PUBLIC: {
      title: 'This is the public practice passphrase',
      todo: 'No key was created. Real use needs one that only you know.',
    },
    PASSPHRASE_WRONG: { title: 'Wrong passphrase', todo: 'Nothing was changed. Check caps lock and the input method, then type it again.' },
    UNLOCK_DELAYED: {
      title: 'Too many wrong tries, wait before the next',
      todo: 'Drafts, key and ledger are kept. Wait for the countdown; restarting does not shorten it.',
    },
    KEY_FILE_DAMAGED: {
      title: 'The key file cannot be read',
      todo: 'Ledger and drafts are unchanged. Do not delete the data folder; restore the key file from a backup.',
    },
    KEY_LOCKED: { title: 'The workstation key is locked', todo: 'Nothing was changed. Unlock and do it again.' },
    USCC_CHECK: {
      title: 'The check character of the credit code is wrong',
      todo: 'Nothing was saved. Compare the 18 characters with the licence.',
    },
    NO_TRUST: {
      title: 'No trust file of the bureau yet',
      todo: 'Registering, reviewing and drafts go on. Import the trust file in the settings first.',
    },
    BUREAU_UNREACHABLE: {
      title: 'No answer from the bureau',
      todo: 'Everything here is kept and reviewing goes on. Try when the network is back, or exchange files by USB stick.',
    },
    BUREAU_ANSWER_INVALID: {
      title: "The bureau's answer was malformed and not used",
      todo: 'Nothing here was changed. Try later; if it stays, tell the bureau the details.',
    },
    ANSWER_UNREADABLE: {
      title: 'This is not an enrolment answer',
      todo: 'Nothing was changed. Choose the *.dsse.json that the bureau sent back.',
    },
    ANSWER_FOR_ANOTHER_KEY: {
      title: 'This enrolment is for another key',
      todo: "Nothing was changed. Ask the bureau to answer this workstation's own request.",
    },
    ANSWER_NOT_TRUSTED: {
      title: 'The enrolment is not signed by a trusted bureau',
      todo: 'It was not used. Check that trust file and answer come from the same bureau.',
    },
    SAMPLE_UNKNOWN: { title: 'There is no such sample', todo: 'Nothing was changed. Choose one of the samples listed.' },
    FILE_UNREADABLE: {
      title: 'The file cannot be read',
      todo: 'Evidence already taken is not affected. Make sure the file was not moved or held open, and choose it again.',
    },
    TOO_MANY_FILES: {
      title: 'More than 1,000 files',
      todo: 'These were not taken; earlier evidence is kept. Deliver them as one ZIP, which counts as one file.',
    },
    VAULT_WRITE_FAILED: {
      title: 'The file was not written to the vault',
      todo: 'The original is unchanged. Look whether the disk is full, then add it again.',
    },
    EVIDENCE_UNKNOWN: {
      title: 'The vault does not hold this file',
      todo: 'The draft is kept. Add the file again on the registration page.',
    },
    FILE_MARKED: {
      title: 'A file name bears a secrecy mark: nothing was taken',
      todo: 'None of these files was read. Do not copy, send or delete the marked one; call the secrecy office of your organisation at once. Choose the others again by themselves.',
    },
    EVIDENCE_QUARANTINED: {
      title: 'A secrecy mark was found: the file is in quarantine',
      todo: 'Its content is locked: no opening, copying, sending or deleting. Call the secrecy office of your organisation at once, which deals with it; this product gets no verdict.',
    },
    EVIDENCE_LOCKED: {
      title: 'This file is in quarantine: its content is locked',
      todo: 'It holds raw data, or personal data beyond the agreement: no opening, exporting, analysing again, taking in or removing. Open it on the analysis page to report and delete, in this order.',
    },
    QUARANTINE_NO_GROUND: {
      title: 'Not locked: the results here give no ground',
      todo: 'Nothing was changed. The analysis saw no row of the raw data and no personal data beyond the agreement; have it analysed and look at the result.',
    },
    QUARANTINE_UNKNOWN: { title: 'This file is not in quarantine', todo: 'Nothing was changed. Open the file again on the analysis page.' },
    ALREADY_REPORTED: {
      title: 'The problem report is signed already',
      todo: 'No second one was signed. See on the sync page whether it has arrived.',
    },
    REPORT_MISSING: {
      title: 'Not yet reported to the bureau',
      todo: 'Nothing was deleted. Report, then delete: sign the problem report first.',
    },
    REPORT_NOT_RECEIVED: {
      title: 'The bureau has not received the problem report',
      todo: 'Nothing was deleted. The report is signed and waits to be sent; when the bureau’s receipt is here, ask the second person to confirm.',
    },
    SAME_PERSON: {
      title: 'Another person must confirm',
      todo: 'Nothing was deleted. Who locked or reported cannot confirm the deletion; ask another enrolled person.',
    },
    COUNTERSIGNER_UNKNOWN: {
      title: 'This workstation does not know this second person',
      todo: 'Nothing was deleted. Add the person in the settings under people, then wait for enrolment by the bureau.',
    },
    COUNTERSIGNER_NOT_ENROLLED: {
      title: 'The second person is not enrolled, or no longer',
      todo: 'Nothing was deleted. Wait for the bureau’s answer; sync takes it in, or import it in the settings.',
    },
    ALREADY_DELETED: { title: 'The content is deleted already', todo: 'Nothing was done again. Name, digests and what happened are kept.' },
    NAME_TAKEN: {
      title: 'This name is known here already',
      todo: 'No key was made. The second person must be another one; add a staff number to a namesake.',
    },
    PASSPHRASE_TAKEN: {
      title: 'Somebody here uses this passphrase already',
      todo: 'No key was made. The second person makes up one of his own and shows it to nobody.',
    },
    STATE_SECRETS: {
      title: 'State secrets are involved: no review here',
      todo: 'No file was taken. Hand over as the note says; do not copy the files to this workstation.',
    },
    ASSESSMENT_INCOMPLETE: {
      title: 'Not signed: something is still missing',
      todo: 'The draft is kept. Fill what the list on the right names, then sign.',
    },
    OUTCOME_CLOSED: {
      title: 'Not signed: the chosen outcome is closed',
      todo: 'The draft is kept. The main process recomputed it from its own records; read the reasons, then change answers or outcome.',
    },
    BASIS_NOT_CHOSEN: { title: 'Not signed: no basis chosen', todo: 'The draft is kept. Choose one under “Basis” and state the clause.' },
    BASIS_CHANGED: {
      title: 'Not signed: the legal basis changed after the window opened',
      todo: 'No verdict was made and the draft is kept. Close the window and open it again under the basis of now; choose one where one is needed.',
    },
    SUPPLEMENT_SENT: {
      title: 'The supplement notice has gone out already',
      todo: 'Nothing was recorded again. There is one list, sent once; the notice can be printed again.',
    },
    EDITION_UNKNOWN: {
      title: 'Not signed: this checklist edition is not here',
      todo: 'The draft is kept. Import the edition issued by the bureau, then sign.',
    },
    EDITION_NOT_ISSUED: {
      title: 'Not signed: the edition is not yet issued by the bureau',
      todo: 'The draft is kept and can be completed. Sync once, or import the issued edition, then sign.',
    },
    NOT_ENROLLED: {
      title: 'Not signed: the signer is not enrolled yet',
      todo: 'The draft is kept and can be completed. Signing opens when the bureau answers.',
    },
    ENROLMENT_EXPIRED: {
      title: "Not signed: the signer's enrolment has expired",
      todo: 'The draft is kept. Ask the bureau to renew it, then sign.',
    },
    EVIDENCE_CHANGED: {
      title: 'Not signed: a file differs from the one reviewed',
      todo: 'The ledger has not grown and the draft is kept. Put the original file back, or register the new one and review it.',
    },
    ANALYSIS_MISSING: { title: 'No analysis result to export', todo: 'Nothing was written. Analyse the file first, then export.' },
    ANALYSIS_UNKNOWN: { title: 'Not signed: a cited analysis is not here', todo: 'The draft is kept. Analyse the file again, then sign.' },
    PRIVATE_DATA_IN_TEXT: {
      title: 'Not signed: personal data or a secret in the text',
      todo: 'The draft is kept. Mask or reword it in reasons, findings, conditions and file names: signed text is passed on.',
    },
    STATEMENT_TOO_LARGE: {
      title: 'Not signed: the statement does not fit a ledger line',
      todo: 'The draft is kept. Shorten reasons and findings, or deliver the files as one ZIP.',
    },
    CLOCK_BEHIND_LEDGER: {
      title: 'Not signed: this clock is behind the last ledger entry',
      todo: 'Ledger and draft are unchanged. Set the clock right and sign again; never alter the ledger to sign.',
    },
    SIGNING_IN_PROGRESS: { title: 'The signing window is already open', todo: 'The draft is kept. Sign or go back in that window.' },
    ALREADY_SIGNED: {
      title: 'This version is already signed',
      todo: 'Nothing was signed again. See it under Reports; a different outcome needs a new version.',
    },
    LEDGER_READ_ONLY: {
      title: 'The ledger is read-only now',
      todo: 'Nothing more was written and the draft is kept. See the reason under Ledger; signing waits for it.',
    },
    LEDGER_WRITE_FAILED: {
      title: 'Not signed: the ledger could not be written',
      todo: 'No verdict was made and the draft is kept. Check disk space; after a restart the ledger checks itself first.',
    },
    REQUEST_GONE: {
      title: 'This signing request is no longer valid',
      todo: 'Nothing was signed and the draft is kept. Close this window and open it again from the outcome page.',
    },
    VERDICT_UNKNOWN: { title: 'The ledger holds no such verdict', todo: 'Nothing was changed. Choose one from the list of reports.' },
    REPORT_FAILED: {
      title: 'The report could not be laid out',
      todo: 'Verdict and signatures stand in the ledger. Try again; if it stays, copy the details for support.',
    },
    REPORT_GONE: {
      title: 'The report to lay out is gone',
      todo: 'Verdict and signatures stand in the ledger. Export it again from its page.',
    },
    EXPORT_FAILED: {
      title: 'Not exported',
      todo: 'Verdict and signatures stand in the ledger. Check that the export folder can be written and the disk is not full.',
    },
    NO_NOTICE: { title: 'This verdict has no rectification notice', todo: 'Nothing was changed. Only a return has one.' },
    TAIL_TORN: {
      title: "The ledger's last line was cut short and set aside",
      todo: 'Every line before it is whole and work goes on. The cut line never counted as signed.',
    },
    DAMAGED: {
      title: 'A ledger line does not match; the ledger is read-only',
      todo: 'No byte was altered; signing is not possible now. Export it for an inspector, or compare with a backup.',
    },
    LOST_ENTRIES: {
      title: 'The ledger is shorter than its checkpoint; it is read-only',
      todo: 'No byte was altered; signing is not possible now. Compare with the newest backup and tell the bureau.',
    },
    WRITE_FAILED: {
      title: 'The ledger could not be written; it is read-only',
      todo: 'Every earlier line is kept; signing is not possible now. Check disk space, then check the ledger again under Ledger: no restart is needed.',
    },
  },
});
