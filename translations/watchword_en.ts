<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>AccountText</name>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, new every %n seconds</source>
        <translation>
            <numerusform>%1, new every second</numerusform>
            <numerusform>%1, new every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, new every %n second(s)</source>
        <translation>
            <numerusform>%1, new every second</numerusform>
            <numerusform>%1, new every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keychain works and holds %n account(s).</source>
        <translation>
            <numerusform>The keychain works and holds %n account.</numerusform>
            <numerusform>The keychain works and holds %n accounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” takes at most %n letter(s).</source>
        <translation>
            <numerusform>“%1” takes at most %n letter.</numerusform>
            <numerusform>“%1” takes at most %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An export of Google Authenticator, part %1 of %2, with %n accounts.</source>
        <translation>
            <numerusform>An export of Google Authenticator, part %1 of %2, with %n account.</numerusform>
            <numerusform>An export of Google Authenticator, part %1 of %2, with %n accounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) approve(s) sign-ins.</source>
        <translation>
            <numerusform>%n account approves sign-ins.</numerusform>
            <numerusform>%n accounts approve sign-ins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The accounts are protected by a password: %n account(s).</source>
        <translation>
            <numerusform>The accounts are protected by a password: %n account.</numerusform>
            <numerusform>The accounts are protected by a password: %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OddRecordsNotice</name>
    <message numerus="yes">
        <source>This version does not understand %n entries</source>
        <translation>
            <numerusform>This version does not understand one entry</numerusform>
            <numerusform>This version does not understand %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordWords</name>
    <message numerus="yes">
        <source>At least 8 characters: %n more.</source>
        <translation>
            <numerusform>At least 8 characters: %n more.</numerusform>
            <numerusform>At least 8 characters: %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PushText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>About %n second left</numerusform>
            <numerusform>About %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in(s) waiting</source>
        <translation>
            <numerusform>%n sign-in waiting</numerusform>
            <numerusform>%n sign-ins waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) came without the signature of a server that you set up. Nothing of that was shown.</source>
        <translation>
            <numerusform>%n request came without the signature of a server that you set up. Nothing of that was shown.</numerusform>
            <numerusform>%n requests came without the signature of a server that you set up. Nothing of that was shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayState</name>
    <message numerus="yes">
        <source>%n sign-in(s) waiting</source>
        <translation type="obsolete">
            <numerusform>%n sign-in waiting</numerusform>
            <numerusform>%n sign-ins waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::AccountModel</name>
    <message numerus="yes">
        <source>%1, code %2, %n second(s) left</source>
        <translation>
            <numerusform>%1, code %2, %n second left</numerusform>
            <numerusform>%1, code %2, %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::AddAccount</name>
    <message numerus="yes">
        <source>%n accounts were added.</source>
        <translation>
            <numerusform>%n account was added.</numerusform>
            <numerusform>%n accounts were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were read.</source>
        <translation>
            <numerusform>%n account was read.</numerusform>
            <numerusform>%n accounts were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exports are not whole yet</source>
        <translation>
            <numerusform>%n export is not whole yet</numerusform>
            <numerusform>%n exports are not whole yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with these %n accounts</source>
        <translation>
            <numerusform>Go on with this %n account</numerusform>
            <numerusform>Go on with these %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n monitor(s) came out in one colour, with nothing in it</source>
        <translation>
            <numerusform>One monitor came out in one colour, with nothing in it</numerusform>
            <numerusform>%n monitors came out in one colour, with nothing in them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::AnnounceRequests</name>
    <message numerus="yes">
        <source>%n more sign-in(s) waiting for your answer</source>
        <translation>
            <numerusform>%n more sign-in waiting for your answer</numerusform>
            <numerusform>%n more sign-ins waiting for your answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting</source>
        <translation>
            <numerusform>%n request waiting</numerusform>
            <numerusform>%n requests waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::AnswerRequests</name>
    <message numerus="yes">
        <source>%n request(s) waiting. Unlock Watchword to look.</source>
        <translation>
            <numerusform>%n request waiting. Unlock Watchword to look.</numerusform>
            <numerusform>%n requests waiting. Unlock Watchword to look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::ConfirmCard</name>
    <message numerus="yes">
        <source>%n more links came in meanwhile. Open them again when this account is done.</source>
        <translation>
            <numerusform>%n more link came in meanwhile. Open it again when this account is done.</numerusform>
            <numerusform>%n more links came in meanwhile. Open them again when this account is done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::CopyCode</name>
    <message numerus="yes">
        <source>%1 code copied, cleared in %n&#xa0;s</source>
        <translation>
            <numerusform>%1 code copied, cleared in %n&#xa0;s</numerusform>
            <numerusform>%1 code copied, cleared in %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %1 code copied, cleared in %n&#xa0;s</source>
        <translation>
            <numerusform>Next %1 code copied, cleared in %n&#xa0;s</numerusform>
            <numerusform>Next %1 code copied, cleared in %n&#xa0;s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::CountdownDialog</name>
    <message numerus="yes">
        <source>The screen is scanned in %n second(s)</source>
        <translation>
            <numerusform>The screen is scanned in 1 second</numerusform>
            <numerusform>The screen is scanned in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::EditAccount</name>
    <message numerus="yes">
        <source>%n accounts are in the trash.</source>
        <translation>
            <numerusform>%n account is in the trash.</numerusform>
            <numerusform>%n accounts are in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are back.</source>
        <translation>
            <numerusform>%n account is back.</numerusform>
            <numerusform>%n accounts are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::EnrolCard</name>
    <message numerus="yes">
        <source>%n more links came in meanwhile. Open them again when this account is done.</source>
        <translation>
            <numerusform>%n more link came in meanwhile. Open it again when this account is done.</numerusform>
            <numerusform>%n more links came in meanwhile. Open them again when this account is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::GroupChips</name>
    <message numerus="yes">
        <source>%1, %n account(s)</source>
        <comment>group</comment>
        <translation>
            <numerusform>%1, %n account</numerusform>
            <numerusform>%1, %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::MainWindow</name>
    <message numerus="yes">
        <source>Search %n account(s)</source>
        <translation>
            <numerusform>Search %n account</numerusform>
            <numerusform>Search %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n accounts for ever?</source>
        <translation>
            <numerusform>Remove %n account for ever?</numerusform>
            <numerusform>Remove %n accounts for ever?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::RingWidget</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::ScanResultDialog</name>
    <message numerus="yes">
        <source>%n codes were found</source>
        <translation>
            <numerusform>%n code was found</numerusform>
            <numerusform>%n codes were found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be added. Choose which.</source>
        <translation>
            <numerusform>%n of them can be added. Choose which.</numerusform>
            <numerusform>%n of them can be added. Choose which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n accounts</source>
        <translation>
            <numerusform>Add %n account</numerusform>
            <numerusform>Add %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were read</source>
        <translation>
            <numerusform>%n account was read</numerusform>
            <numerusform>%n accounts were read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n accounts</source>
        <translation>
            <numerusform>The %n account</numerusform>
            <numerusform>All %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::SettingsDialog</name>
    <message numerus="yes">
        <source>After %n s</source>
        <translation>
            <numerusform>After %n s</numerusform>
            <numerusform>After %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n min</source>
        <translation>
            <numerusform>After %n min</numerusform>
            <numerusform>After %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::SignInPrompt</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without a choice it is denied in %n second(s).</source>
        <translation>
            <numerusform>Without a choice it is denied in %n second.</numerusform>
            <numerusform>Without a choice it is denied in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This window closes in %n second(s).</source>
        <translation>
            <numerusform>This window closes in %n second.</numerusform>
            <numerusform>This window closes in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::SortTrash</name>
    <message numerus="yes">
        <source>%n accounts are removed for ever.</source>
        <translation>
            <numerusform>%n account is removed for ever.</numerusform>
            <numerusform>%n accounts are removed for ever.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::TrashDialog</name>
    <message numerus="yes">
        <source>%n account(s) have been here for more than 30 days</source>
        <translation>
            <numerusform>%n account has been here for more than 30 days</numerusform>
            <numerusform>%n accounts have been here for more than 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::TrayIcon</name>
    <message numerus="yes">
        <source>%n more sign-in(s) waiting</source>
        <translation>
            <numerusform>%n more sign-in waiting</numerusform>
            <numerusform>%n more sign-ins waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::TwoVaultsPage</name>
    <message numerus="yes">
        <source>First set: %n account(s)</source>
        <translation>
            <numerusform>First set: %n account</numerusform>
            <numerusform>First set: %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Second set: %n account(s)</source>
        <translation>
            <numerusform>Second set: %n account</numerusform>
            <numerusform>Second set: %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the keychain: %n account(s)</source>
        <translation>
            <numerusform>In the keychain: %n account</numerusform>
            <numerusform>In the keychain: %n accounts</numerusform>
        </translation>
    </message>
</context>
</TS>
