<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>The keychain holds an older copy of your accounts.</source>
        <translation type="vanished">Der Schlüsselbund enthält eine ältere Kopie Ihrer Konten.</translation>
    </message>
    <message>
        <source>Look whether one is missing, and set that one up anew at its site.</source>
        <translation type="vanished">Sehen Sie nach, ob eines fehlt, und richten Sie dieses auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>The secret of an account is missing in the keychain.</source>
        <translation type="vanished">Der Schlüssel eines Kontos fehlt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Set the account up anew at its site.</source>
        <translation type="vanished">Richten Sie das Konto auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>The file with the order of your accounts was damaged; no account is lost.</source>
        <translation type="vanished">Die Datei mit der Reihenfolge Ihrer Konten war beschädigt; es ist kein Konto verloren.</translation>
    </message>
    <message>
        <source>Watchword has made a new one and kept the old one beside it.</source>
        <translation type="vanished">Watchword hat eine neue angelegt und die alte daneben aufbewahrt.</translation>
    </message>
    <message>
        <source>The order of your accounts could not be saved; no account is lost.</source>
        <translation type="vanished">Die Reihenfolge Ihrer Konten konnte nicht gespeichert werden; es ist kein Konto verloren.</translation>
    </message>
    <message>
        <source>Look whether the disk is full.</source>
        <translation type="vanished">Prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Only one of the two copies in the keychain is up to date.</source>
        <translation type="vanished">Nur eine der beiden Kopien im Schlüsselbund ist aktuell.</translation>
    </message>
    <message>
        <source>The next change makes it good.</source>
        <translation type="vanished">Die nächste Änderung bringt das in Ordnung.</translation>
    </message>
    <message>
        <source>The keychain holds a record that this version does not understand.</source>
        <translation type="vanished">Der Schlüsselbund enthält einen Eintrag, den diese Version nicht versteht.</translation>
    </message>
    <message>
        <source>It is kept as it is. Update Watchword.</source>
        <translation type="vanished">Er bleibt, wie er ist. Aktualisieren Sie Watchword.</translation>
    </message>
    <message>
        <source>Secrets in memory could not be kept from the swap file.</source>
        <translation type="vanished">Geheimnisse im Arbeitsspeicher konnten nicht vor der Auslagerung auf den Datenträger geschützt werden.</translation>
    </message>
    <message>
        <source>Raise the limit of locked memory (ulimit -l), or encrypt the swap.</source>
        <translation type="vanished">Erhöhen Sie die Grenze für gesperrten Speicher (ulimit -l), oder verschlüsseln Sie den Auslagerungsspeicher.</translation>
    </message>
    <message>
        <source>Watchword may not read the file with the order of your accounts; no account is lost.</source>
        <translation type="vanished">Watchword darf die Datei mit der Reihenfolge Ihrer Konten nicht lesen; kein Konto ist verloren.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and change “book” in Watchword’s folder.</source>
        <translation type="vanished">Geben Sie sich das Recht, die Datei „book“ in Watchwords Ordner zu lesen und zu ändern.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and change Watchword’s folder and “book” in it.</source>
        <translation type="vanished">Geben Sie sich das Recht, Watchwords Ordner und die Datei „book“ darin zu lesen und zu ändern.</translation>
    </message>
    <message>
        <source>The file with your accounts was damaged; this is the copy from before the last change.</source>
        <translation type="vanished">Die Datei mit Ihren Konten war beschädigt; dies ist die Kopie von vor der letzten Änderung.</translation>
    </message>
    <message>
        <source>Look whether an account is missing. The next change makes a new file and keeps the damaged one.</source>
        <translation type="vanished">Sehen Sie nach, ob ein Konto fehlt. Die nächste Änderung legt eine neue Datei an und behält die beschädigte.</translation>
    </message>
    <message>
        <source>Your accounts have a password now, but an older copy of them is still in the keychain.</source>
        <translation type="vanished">Ihre Konten haben jetzt ein Passwort, aber im Schlüsselbund liegt noch eine ältere Kopie von ihnen.</translation>
    </message>
    <message>
        <source>Watchword tries again at its next start. You can also delete the items “Watchword” yourself.</source>
        <translation type="vanished">Watchword versucht es beim nächsten Start noch einmal. Sie können die Einträge „Watchword“ auch selbst löschen.</translation>
    </message>
    <message>
        <source>The copy “book.1” of your accounts still opens with the password or key of before.</source>
        <translation type="vanished">Die Kopie „book.1“ Ihrer Konten lässt sich noch mit dem früheren Passwort oder Schlüssel öffnen.</translation>
    </message>
    <message>
        <source>Look whether the disk is full. Watchword tries again at its next start.</source>
        <translation type="vanished">Sehen Sie nach, ob der Datenträger voll ist. Watchword versucht es beim nächsten Start noch einmal.</translation>
    </message>
    <message>
        <source>Among your accounts is something that this version does not understand.</source>
        <translation type="vanished">Unter Ihren Konten ist etwas, das diese Version nicht versteht.</translation>
    </message>
    <message>
        <source>It is kept as it is, and the other accounts work without it.</source>
        <translation type="vanished">Es bleibt, wie es ist, und die anderen Konten funktionieren auch so.</translation>
    </message>
</context>
<context>
    <name>AccountText</name>
    <message>
        <source>5 letters and digits, new every 30 seconds</source>
        <translation>5 Buchstaben und Ziffern, alle 30 Sekunden neu</translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n Ziffer</numerusform>
            <numerusform>%n Ziffern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, a new code each time you ask for one</source>
        <translation>%1, ein neuer Code, sobald Sie einen anfordern</translation>
    </message>
    <message numerus="yes">
        <source>%1, new every %n seconds</source>
        <translation>
            <numerusform>%1, jede Sekunde neu</numerusform>
            <numerusform>%1, alle %n Sekunden neu</numerusform>
        </translation>
    </message>
    <message>
        <source>The code gives two different names for the site. Check that the name above is right.</source>
        <translation>Der Code nennt zwei verschiedene Namen für die Website. Prüfen Sie, ob der Name oben stimmt.</translation>
    </message>
    <message>
        <source>The key is shorter than it should be. If the site gave it to you like this, it works; else copy all of it.</source>
        <translation>Der Schlüssel ist kürzer, als er sein sollte. Wenn die Website ihn so angezeigt hat, funktioniert er; sonst kopieren Sie ihn vollständig.</translation>
    </message>
    <message>
        <source>Its codes have an unusual number of digits. If the site asks for another number, it will not take them.</source>
        <translation>Die Codes haben eine ungewöhnliche Anzahl von Ziffern. Wenn die Website eine andere Anzahl verlangt, nimmt sie diese Codes nicht an.</translation>
    </message>
    <message>
        <source>The account comes from a trash. Perhaps it is no longer in use.</source>
        <translation>Das Konto stammt aus einem Papierkorb. Vielleicht wird es nicht mehr benutzt.</translation>
    </message>
    <message>
        <source>This may be a Steam account. If Steam does not take the code, type the key and choose Steam as its type.</source>
        <translation type="vanished">Das ist vielleicht ein Steam-Konto. Wenn Steam den Code nicht annimmt, geben Sie den Schlüssel von Hand ein und wählen Sie als Art „Steam“.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This may be a Steam account, whose codes are five letters and digits.</source>
        <translation>Das ist vielleicht ein Steam-Konto, dessen Codes aus fünf Buchstaben und Ziffern bestehen.</translation>
    </message>
</context>
<context>
    <name>BreakableText</name>
    <message>
        <source>The folder is %1.</source>
        <translation>Der Ordner ist %1.</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>There is no camera</source>
        <translation>Es ist keine Kamera da</translation>
    </message>
    <message>
        <source>Plug one in, or open the cover that switches it off: this goes on by itself. The code can also be read another way.</source>
        <translation>Schließen Sie eine an oder öffnen Sie die Abdeckung, die sie ausschaltet: Dann geht es von selbst weiter. Der Code lässt sich auch auf anderem Weg lesen.</translation>
    </message>
    <message>
        <source>Another program is using the camera</source>
        <translation>Ein anderes Programm benutzt die Kamera</translation>
    </message>
    <message>
        <source>Close the video call or the other program that shows its picture, then try again.</source>
        <translation>Beenden Sie den Videoanruf oder das andere Programm, das ihr Bild zeigt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>You are not allowed to use the camera</source>
        <translation>Sie dürfen die Kamera nicht benutzen</translation>
    </message>
    <message>
        <source>Your account on this computer may not open it (on many systems the group “video” may). Ask whoever looks after this computer, or read the code another way.</source>
        <translation>Ihr Benutzerkonto auf diesem Computer darf sie nicht öffnen (auf vielen Systemen darf es die Gruppe „video“). Fragen Sie, wer diesen Computer betreut, oder lesen Sie den Code auf anderem Weg.</translation>
    </message>
    <message>
        <source>The camera gives no picture</source>
        <translation>Die Kamera liefert kein Bild</translation>
    </message>
    <message>
        <source>Perhaps another program is using it, or a switch or key has turned it off. Unplugging it and plugging it in again may help too.</source>
        <translation>Vielleicht benutzt sie ein anderes Programm, oder ein Schalter oder eine Taste hat sie ausgeschaltet. Auch Abziehen und wieder Anschließen kann helfen.</translation>
    </message>
    <message>
        <source>The camera was unplugged</source>
        <translation>Die Kamera wurde abgezogen</translation>
    </message>
    <message>
        <source>Plug it in again: this goes on by itself.</source>
        <translation>Schließen Sie sie wieder an: Dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>The part of Watchword that shows the camera has failed</source>
        <translation>Der Teil von Watchword, der die Kamera zeigt, ist abgestürzt</translation>
    </message>
    <message>
        <source>It runs by itself, so nothing else was touched. Try again, or read the code another way.</source>
        <translation>Er läuft für sich allein, sonst ist also nichts betroffen. Versuchen Sie es noch einmal oder lesen Sie den Code auf anderem Weg.</translation>
    </message>
    <message>
        <source>The part of Watchword that shows the camera is missing</source>
        <translation>Der Teil von Watchword, der die Kamera zeigt, fehlt</translation>
    </message>
    <message>
        <source>Install Watchword again, as a whole. Until then, read the code another way.</source>
        <translation>Installieren Sie Watchword noch einmal, und zwar ganz. Lesen Sie den Code bis dahin auf anderem Weg.</translation>
    </message>
    <message>
        <source>The picture is black</source>
        <translation>Das Bild ist schwarz</translation>
    </message>
    <message>
        <source>Is there a cover over the lens, or a key that turns the camera off? Is it dark?</source>
        <translation>Ist die Linse abgedeckt oder die Kamera mit einer Taste ausgeschaltet? Ist es dunkel?</translation>
    </message>
    <message>
        <source>The camera shows only a test pattern</source>
        <translation>Die Kamera zeigt nur ein Testbild</translation>
    </message>
    <message>
        <source>It has no picture of its own just now. If a program makes this picture, start its camera there; or choose another camera.</source>
        <translation>Sie hat gerade kein eigenes Bild. Wenn ein Programm dieses Bild erzeugt, starten Sie dort die Kamera; oder wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Steam, 5 letters</source>
        <translation>Steam, 5 Buchstaben</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n Ziffer</numerusform>
            <numerusform>%n Ziffern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with a counter</source>
        <translation>%1, mit Zähler</translation>
    </message>
    <message numerus="yes">
        <source>%1, new every %n second(s)</source>
        <translation>
            <numerusform>%1, jede Sekunde neu</numerusform>
            <numerusform>%1, alle %n Sekunden neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="vanished">Link</translation>
    </message>
    <message>
        <source>Added %1 (%2).</source>
        <translation>%1 hinzugefügt (%2).</translation>
    </message>
    <message>
        <source>%1 is there already, in the trash; nothing was added.</source>
        <translation>%1 ist schon vorhanden, im Papierkorb; es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 is there already; nothing was added.</source>
        <translation>%1 ist schon vorhanden; es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>“add” takes one of: -, a link, --image FILE or --screen.</source>
        <translation>„add“ braucht eines davon: -, einen Link, --image DATEI oder --screen.</translation>
    </message>
    <message>
        <source>The codes of this account are counted, not timed: “--next” and “--at” do not go with it.</source>
        <translation>Die Codes dieses Kontos werden gezählt und hängen nicht von der Zeit ab: „--next“ und „--at“ passen nicht dazu.</translation>
    </message>
    <message>
        <source>The keychain has not confirmed the new counter yet. If the site refuses the code, ask for the next.</source>
        <translation type="vanished">Der Schlüsselbund hat den neuen Zähler noch nicht bestätigt. Wenn die Website den Code ablehnt, lassen Sie sich den nächsten geben.</translation>
    </message>
    <message>
        <source>“code” takes one name; put quotation marks round a name with blanks.</source>
        <translation type="vanished">„code“ braucht genau einen Namen; setzen Sie einen Namen mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>No account is called “%1”.</source>
        <translation>Kein Konto heißt „%1“.</translation>
    </message>
    <message>
        <source>“watchword-cli list” shows them all.</source>
        <translation>„watchword-cli list“ zeigt alle Konten.</translation>
    </message>
    <message>
        <source>Several accounts are called “%1”.</source>
        <translation>Mehrere Konten heißen „%1“.</translation>
    </message>
    <message>
        <source>The system’s clock is not synchronised, so sites may refuse the codes.</source>
        <translation>Die Uhr des Systems ist nicht synchronisiert, deshalb lehnen Websites die Codes vielleicht ab.</translation>
    </message>
    <message>
        <source>Switch on automatic date and time in the system’s settings.</source>
        <translation>Schalten Sie in den Systemeinstellungen das automatische Stellen von Datum und Uhrzeit ein.</translation>
    </message>
    <message>
        <source>The keychain works; there are no accounts yet.</source>
        <translation>Der Schlüsselbund funktioniert; es gibt noch keine Konten.</translation>
    </message>
    <message numerus="yes">
        <source>The keychain works and holds %n account(s).</source>
        <translation>
            <numerusform>Der Schlüsselbund funktioniert und enthält %n Konto.</numerusform>
            <numerusform>Der Schlüsselbund funktioniert und enthält %n Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The accounts cannot be read now.</source>
        <translation>Die Konten können gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message>
        <source>“doctor” takes no names.</source>
        <translation>Zu „doctor“ gehören keine Namen.</translation>
    </message>
    <message>
        <source>Watchword keeps the codes that sites ask for when you sign in.

  watchword-cli list              shows your accounts
  watchword-cli code NAME         prints the code of an account
  watchword-cli add -             adds an account; reads its link from standard input
  watchword-cli add --image FILE  adds the account in a picture of a QR code
  watchword-cli add --screen      adds the account in a QR code on the screen
  watchword-cli scan FILE…        says what the QR codes in pictures are
  watchword-cli doctor            looks whether the keychain works
  watchword-cli help COMMAND      tells more about a command

  --json          results, and errors, as JSON
  --data-dir DIR  another set of accounts, apart from the usual one
  --version       the version

Ends with 0 done, 1 failed, 2 wrong use or an ambiguous name, 3 nothing found,
4 keychain unavailable, 5 wrong password.</source>
        <translation type="vanished">Watchword bewahrt die Codes auf, nach denen Websites bei der Anmeldung fragen.

  watchword-cli list              zeigt Ihre Konten
  watchword-cli code NAME         gibt den Code eines Kontos aus
  watchword-cli add -             fügt ein Konto hinzu; liest den Link von der Standardeingabe
  watchword-cli add --image DATEI fügt das Konto aus dem Bild eines QR-Codes hinzu
  watchword-cli add --screen      fügt das Konto aus einem QR-Code auf dem Bildschirm hinzu
  watchword-cli scan DATEI…       sagt, was die QR-Codes auf Bildern sind
  watchword-cli doctor            prüft, ob der Schlüsselbund funktioniert
  watchword-cli help BEFEHL       sagt mehr über einen Befehl

  --json          Ergebnisse und Fehler als JSON
  --data-dir DIR  eine andere Kontenliste, getrennt von der üblichen
  --version       die Version

Endet mit 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf oder mehrdeutiger Name,
3 nichts gefunden, 4 Schlüsselbund nicht verfügbar, 5 falsches Passwort.</translation>
    </message>
    <message>
        <source>watchword-cli list [--json]

Shows your accounts: number, issuer and name, and what kind of codes they have.</source>
        <translation type="vanished">watchword-cli list [--json]

Zeigt Ihre Konten: Nummer, Anbieter und Name sowie die Art ihrer Codes.</translation>
    </message>
    <message>
        <source>watchword-cli code NAME [--next] [--at UNIX] [--json]

Prints the code of an account. NAME is its number, its issuer, its name, or issuer:name;
capital letters do not matter. When several accounts fit, they are listed.

  --next     the code after this one
  --at UNIX  the code at a time, in seconds since 1970

Where codes are counted, not timed, each call takes the next one; it cannot be taken back.</source>
        <translation>watchword-cli code NAME [--next] [--at UNIX] [--json]

Gibt den Code eines Kontos aus. NAME ist seine Nummer, sein Anbieter, sein Name oder
Anbieter:Name; Groß- und Kleinschreibung ist gleich. Passen mehrere Konten, werden sie aufgelistet.

  --next     der Code nach diesem
  --at UNIX  der Code zu einer Zeit, in Sekunden seit 1970

Wo Codes gezählt werden und nicht von der Zeit abhängen, nimmt jeder Aufruf den nächsten;
das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>watchword-cli add -            reads the link (otpauth://…) from standard input
watchword-cli add --image FILE reads a picture of a QR code (PNG, JPEG, WebP, GIF, BMP)
watchword-cli add --screen     looks for a QR code on all monitors
watchword-cli add LINK         the link as an argument: it stays in your shell&apos;s history,
                               so better use -

An account that is there already is said and not added again.</source>
        <translation type="vanished">watchword-cli add -             liest den Link (otpauth://…) von der Standardeingabe
watchword-cli add --image DATEI liest das Bild eines QR-Codes (PNG, JPEG, WebP, GIF, BMP)
watchword-cli add --screen      sucht auf allen Bildschirmen nach einem QR-Code
watchword-cli add LINK          der Link als Argument: Er bleibt im Verlauf Ihrer Shell,
                                deshalb besser -

Ein Konto, das schon vorhanden ist, wird genannt und nicht noch einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>watchword-cli scan FILE… [--reveal] [--json]

Says what the QR codes in pictures are. Nothing is saved.

  --reveal  prints what is in the codes too. That may be a secret.</source>
        <translation type="vanished">watchword-cli scan DATEI… [--reveal] [--json]

Sagt, was die QR-Codes auf Bildern sind. Es wird nichts gespeichert.

  --reveal  gibt auch aus, was in den Codes steht. Das kann ein Geheimnis sein.</translation>
    </message>
    <message>
        <source>watchword-cli doctor [--json]

Looks whether the keychain can be read and the clock is right, and says what to do if not.
Never asks for a password.</source>
        <translation type="vanished">watchword-cli doctor [--json]

Prüft, ob der Schlüsselbund lesbar ist und die Uhr richtig geht, und sagt, was sonst zu tun ist.
Fragt nie nach einem Passwort.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” does not go with this command.</source>
        <translation>„%1“ passt nicht zu diesem Befehl.</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>Die Option „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” needs something after it.</source>
        <translation>Nach „%1“ fehlt eine Angabe.</translation>
    </message>
    <message>
        <source>“--at” takes a time as UNIX seconds, such as 1234567890.</source>
        <translation>„--at“ braucht eine Zeit in UNIX-Sekunden, zum Beispiel 1234567890.</translation>
    </message>
    <message>
        <source>“list” takes no names.</source>
        <translation>Zu „list“ gehören keine Namen.</translation>
    </message>
    <message>
        <source>There are no accounts yet. “watchword-cli help add” shows how to add one.</source>
        <translation>Es gibt noch keine Konten. „watchword-cli help add“ zeigt, wie Sie eines hinzufügen.</translation>
    </message>
    <message>
        <source>“watchword-cli --help” shows how it is used.</source>
        <translation>„watchword-cli --help“ zeigt den Gebrauch.</translation>
    </message>
    <message>
        <source>Say what to do: list, code, add, scan or doctor.</source>
        <translation type="vanished">Sagen Sie, was zu tun ist: list, code, add, scan oder doctor.</translation>
    </message>
    <message>
        <source>Waiting for your keychain’s own window, which asks for its password…</source>
        <translation>Warten auf das Fenster Ihres Schlüsselbunds, das nach dessen Passwort fragt …</translation>
    </message>
    <message>
        <source>Say which by its number:</source>
        <translation>Sagen Sie mit der Nummer, welches:</translation>
    </message>
    <message>
        <source>An account.</source>
        <translation>Ein Konto.</translation>
    </message>
    <message>
        <source>%1: no code found.</source>
        <translation>%1: kein Code gefunden.</translation>
    </message>
    <message>
        <source>“scan” takes one or more picture files.</source>
        <translation type="vanished">„scan“ braucht eine oder mehrere Bilddateien.</translation>
    </message>
    <message>
        <source>Your accounts are no longer in the keychain.</source>
        <translation>Ihre Konten sind nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Was the keychain reset or replaced? Open Watchword to try again, restore a backup or start again.</source>
        <translation type="vanished">Wurde der Schlüsselbund zurückgesetzt oder ersetzt? Öffnen Sie Watchword, um es noch einmal zu versuchen, eine Sicherung wiederherzustellen oder neu anzufangen.</translation>
    </message>
    <message>
        <source>What the keychain holds for Watchword is damaged.</source>
        <translation>Was der Schlüsselbund für Watchword enthält, ist beschädigt.</translation>
    </message>
    <message>
        <source>Nothing was changed. Restore a backup, or look at the items named “Watchword” in your password manager.</source>
        <translation type="vanished">Es wurde nichts geändert. Stellen Sie eine Sicherung wieder her, oder sehen Sie sich in Ihrer Passwortverwaltung die Einträge mit dem Namen „Watchword“ an.</translation>
    </message>
    <message>
        <source>A newer version of Watchword has saved your accounts.</source>
        <translation>Eine neuere Version von Watchword hat Ihre Konten gespeichert.</translation>
    </message>
    <message>
        <source>Update Watchword; nothing was changed.</source>
        <translation>Aktualisieren Sie Watchword; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keychain holds the accounts of two different Watchwords.</source>
        <translation>Der Schlüsselbund enthält zwei verschiedene Kontenlisten von Watchword.</translation>
    </message>
    <message>
        <source>Open Watchword, which asks what to do; nothing was changed.</source>
        <translation type="vanished">Öffnen Sie Watchword; es fragt, was zu tun ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Your accounts are protected by a password, which this version cannot ask for.</source>
        <translation type="vanished">Ihre Konten sind durch ein Passwort geschützt, nach dem diese Version nicht fragen kann.</translation>
    </message>
    <message>
        <source>Update Watchword.</source>
        <translation type="vanished">Aktualisieren Sie Watchword.</translation>
    </message>
    <message>
        <source>The keychain holds an older copy of your accounts.</source>
        <translation type="vanished">Der Schlüsselbund enthält eine ältere Kopie Ihrer Konten.</translation>
    </message>
    <message>
        <source>Look whether one is missing; a backup may hold it.</source>
        <translation type="vanished">Sehen Sie nach, ob eines fehlt; vielleicht ist es in einer Sicherung.</translation>
    </message>
    <message>
        <source>The secret of an account is missing in the keychain.</source>
        <translation type="vanished">Der Schlüssel eines Kontos fehlt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Restore a backup, or set the account up anew at its site.</source>
        <translation type="vanished">Stellen Sie eine Sicherung wieder her, oder richten Sie das Konto auf der Website neu ein.</translation>
    </message>
    <message>
        <source>The file with the order of your accounts was damaged; no account is lost.</source>
        <translation type="vanished">Die Datei mit der Reihenfolge Ihrer Konten war beschädigt; es ist kein Konto verloren.</translation>
    </message>
    <message>
        <source>Watchword has made a new one and kept the old one beside it.</source>
        <translation type="vanished">Watchword hat eine neue angelegt und die alte daneben aufbewahrt.</translation>
    </message>
    <message>
        <source>The order of your accounts could not be saved; no account is lost.</source>
        <translation type="vanished">Die Reihenfolge Ihrer Konten konnte nicht gespeichert werden; es ist kein Konto verloren.</translation>
    </message>
    <message>
        <source>Look whether the disk is full.</source>
        <translation type="vanished">Prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Only one of the two copies in the keychain is up to date.</source>
        <translation type="vanished">Nur eine der beiden Kopien im Schlüsselbund ist aktuell.</translation>
    </message>
    <message>
        <source>The next change makes it good.</source>
        <translation type="vanished">Die nächste Änderung bringt das in Ordnung.</translation>
    </message>
    <message>
        <source>The keychain holds a record that this version does not understand.</source>
        <translation type="vanished">Der Schlüsselbund enthält einen Eintrag, den diese Version nicht versteht.</translation>
    </message>
    <message>
        <source>It is kept as it is. Update Watchword.</source>
        <translation type="vanished">Er bleibt, wie er ist. Aktualisieren Sie Watchword.</translation>
    </message>
    <message>
        <source>Secrets in memory could not be kept from the swap file.</source>
        <translation type="vanished">Geheimnisse im Arbeitsspeicher konnten nicht vor der Auslagerung auf den Datenträger geschützt werden.</translation>
    </message>
    <message>
        <source>Raise the limit of locked memory (ulimit -l), or encrypt the swap.</source>
        <translation type="vanished">Erhöhen Sie die Grenze für gesperrten Speicher (ulimit -l), oder verschlüsseln Sie den Auslagerungsspeicher.</translation>
    </message>
    <message>
        <source>Paste the link and press Enter; it is not shown: </source>
        <translation>Fügen Sie den Link ein und drücken Sie die Eingabetaste; er wird nicht angezeigt: </translation>
    </message>
    <message>
        <source>%1 is in it more than once; it was added once.</source>
        <translation>%1 steht mehrmals darin; es wurde einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>The screen</source>
        <translation>Der Bildschirm</translation>
    </message>
    <message>
        <source>The keychain has not confirmed the new counter yet.</source>
        <translation type="vanished">Der Schlüsselbund hat den neuen Zähler noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>If the site refuses the code, ask for the next.</source>
        <translation>Wenn die Website den Code ablehnt, lassen Sie sich den nächsten geben.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>The result could not be written to standard output.</source>
        <translation>Das Ergebnis konnte nicht auf die Standardausgabe geschrieben werden.</translation>
    </message>
    <message>
        <source>Perhaps the disk is full.</source>
        <translation>Vielleicht ist der Datenträger voll.</translation>
    </message>
    <message>
        <source>Was it reset, or is another one in use? Nothing was changed; open the keychain that you used before and try again.</source>
        <translation type="vanished">Wurde er zurückgesetzt, oder ist ein anderer in Gebrauch? Es wurde nichts geändert; öffnen Sie den Schlüsselbund, den Sie vorher benutzt haben, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was changed. You can still look at the items named “Watchword” in your desktop’s password manager.</source>
        <translation>Es wurde nichts geändert. Die Einträge namens „Watchword“ können Sie weiterhin in der Passwortverwaltung Ihrer Arbeitsumgebung ansehen.</translation>
    </message>
    <message>
        <source>Nothing was changed; this version of Watchword cannot merge them yet.</source>
        <translation type="vanished">Es wurde nichts geändert; diese Version von Watchword kann sie noch nicht zusammenführen.</translation>
    </message>
    <message>
        <source>Look whether one is missing, and set that one up anew at its site.</source>
        <translation type="vanished">Sehen Sie nach, ob eines fehlt, und richten Sie dieses auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>Set the account up anew at its site.</source>
        <translation type="vanished">Richten Sie das Konto auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>It is called %1 now (%2).</source>
        <translation>Es heißt jetzt %1 (%2).</translation>
    </message>
    <message>
        <source>“edit” takes one name; put quotation marks round a name with blanks.</source>
        <translation type="vanished">„edit“ braucht genau einen Namen; setzen Sie einen Namen mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“edit” takes --issuer or --name, or both.</source>
        <translation>„edit“ braucht --issuer oder --name oder beides.</translation>
    </message>
    <message>
        <source>The account would be without a name, and hard to find again.</source>
        <translation>Das Konto wäre ohne Namen und schwer wiederzufinden.</translation>
    </message>
    <message>
        <source>Watchword keeps the codes that sites ask for when you sign in.

  watchword-cli list              shows your accounts
  watchword-cli code NAME         prints the code of an account
  watchword-cli add -             adds an account; reads its link from standard input
  watchword-cli add --image FILE  adds the account in a picture of a QR code
  watchword-cli add --screen      adds the account in a QR code on the screen
  watchword-cli scan FILE…        says what the QR codes in pictures are
  watchword-cli edit NAME         changes the name of an account
  watchword-cli remove NAME       puts an account into the trash
  watchword-cli restore NAME      takes it out again
  watchword-cli doctor            looks whether the keychain works
  watchword-cli help COMMAND      tells more about a command

  --json          results, and errors, as JSON
  --data-dir DIR  another set of accounts, apart from the usual one
  --version       the version

Ends with 0 done, 1 failed, 2 wrong use or an ambiguous name, 3 nothing found,
4 keychain unavailable, 5 wrong password.</source>
        <translation type="vanished">Watchword bewahrt die Codes auf, nach denen Websites bei der Anmeldung fragen.

  watchword-cli list              zeigt Ihre Konten
  watchword-cli code NAME         gibt den Code eines Kontos aus
  watchword-cli add -             fügt ein Konto hinzu; liest den Link von der Standardeingabe
  watchword-cli add --image DATEI fügt das Konto aus dem Bild eines QR-Codes hinzu
  watchword-cli add --screen      fügt das Konto aus einem QR-Code auf dem Bildschirm hinzu
  watchword-cli scan DATEI…       sagt, was die QR-Codes auf Bildern sind
  watchword-cli edit NAME         ändert den Namen eines Kontos
  watchword-cli remove NAME       legt ein Konto in den Papierkorb
  watchword-cli restore NAME      holt es von dort zurück
  watchword-cli doctor            prüft, ob der Schlüsselbund funktioniert
  watchword-cli help BEFEHL       sagt mehr über einen Befehl

  --json          Ergebnisse und Fehler als JSON
  --data-dir DIR  eine andere Kontenliste, getrennt von der üblichen
  --version       die Version

Endet mit 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf oder mehrdeutiger Name,
3 nichts gefunden, 4 Schlüsselbund nicht verfügbar, 5 falsches Passwort.</translation>
    </message>
    <message>
        <source>watchword-cli list [--trash] [--json]

Shows your accounts: number, issuer and name, and what kind of codes they have.

  --trash  those in the trash instead</source>
        <translation type="vanished">watchword-cli list [--trash] [--json]

Zeigt Ihre Konten: Nummer, Anbieter und Name sowie die Art ihrer Codes.

  --trash  stattdessen die im Papierkorb</translation>
    </message>
    <message>
        <source>watchword-cli edit NAME [--issuer TEXT] [--name TEXT] [--json]

Changes what an account is called. Its codes stay the same.

  --issuer TEXT  the name of the site
  --name TEXT    your account there</source>
        <translation>watchword-cli edit NAME [--issuer TEXT] [--name TEXT] [--json]

Ändert, wie ein Konto heißt. Seine Codes bleiben dieselben.

  --issuer TEXT  der Name der Website
  --name TEXT    Ihr Konto dort</translation>
    </message>
    <message>
        <source>watchword-cli remove NAME [--json]

Puts an account into the trash. It is kept there, and “watchword-cli restore” takes it out
again.</source>
        <translation>watchword-cli remove NAME [--json]

Legt ein Konto in den Papierkorb. Dort wird es aufbewahrt; „watchword-cli restore“ holt es
zurück.</translation>
    </message>
    <message>
        <source>watchword-cli restore NAME [--json]

Takes an account out of the trash. “watchword-cli list --trash” shows what is in it.</source>
        <translation>watchword-cli restore NAME [--json]

Holt ein Konto aus dem Papierkorb. „watchword-cli list --trash“ zeigt, was darin ist.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” takes at most %n letter(s).</source>
        <translation>
            <numerusform>„%1“ darf höchstens %n Zeichen lang sein.</numerusform>
            <numerusform>„%1“ darf höchstens %n Zeichen lang sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Say what to do: list, code, add, scan, edit, remove, restore or doctor.</source>
        <translation>Sagen Sie, was zu tun ist: list, code, add, scan, edit, remove, restore oder doctor.</translation>
    </message>
    <message>
        <source>No account in the trash is called “%1”.</source>
        <translation>Kein Konto im Papierkorb heißt „%1“.</translation>
    </message>
    <message>
        <source>“watchword-cli list --trash” shows what is in it.</source>
        <translation>„watchword-cli list --trash“ zeigt, was darin ist.</translation>
    </message>
    <message>
        <source>%1 is in the trash; “watchword-cli restore %2” takes it out again.</source>
        <translation>%1 ist im Papierkorb; „watchword-cli restore %2“ holt es zurück.</translation>
    </message>
    <message>
        <source>%1 is back (%2).</source>
        <translation>%1 ist zurück (%2).</translation>
    </message>
    <message>
        <source>“remove” takes one name; put quotation marks round a name with blanks.</source>
        <translation type="vanished">„remove“ braucht genau einen Namen; setzen Sie einen Namen mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“restore” takes one name; put quotation marks round a name with blanks.</source>
        <translation type="vanished">„restore“ braucht genau einen Namen; setzen Sie einen Namen mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>Add it too; accounts that are there already are not added twice.</source>
        <translation>Fügen Sie ihn ebenfalls hinzu; schon vorhandene Konten werden nicht doppelt hinzugefügt.</translation>
    </message>
    <message>
        <source>watchword-cli add -            reads the link (otpauth://…) from standard input
watchword-cli add --image FILE reads a picture of a QR code (PNG, JPEG, WebP, GIF, BMP)
watchword-cli add --screen     looks for a QR code on all monitors
watchword-cli add LINK         the link as an argument: it stays in your shell&apos;s history,
                               so better use -

An account that is there already is said and not added again. An export of Google Authenticator
of several QR codes is given whole: all its links, or --image FILE for each picture. What is
missing of it is named, what is there is added, and the command ends with 1.</source>
        <translation type="vanished">watchword-cli add -             liest den Link (otpauth://…) von der Standardeingabe
watchword-cli add --image DATEI liest das Bild eines QR-Codes (PNG, JPEG, WebP, GIF, BMP)
watchword-cli add --screen      sucht auf allen Bildschirmen nach einem QR-Code
watchword-cli add LINK          der Link als Argument: Er bleibt im Verlauf Ihrer Shell,
                                deshalb besser -

Ein Konto, das schon vorhanden ist, wird genannt und nicht noch einmal hinzugefügt. Ein Export
von Google Authenticator aus mehreren QR-Codes wird ganz angegeben: alle seine Links oder
--image DATEI für jedes Bild. Was davon fehlt, wird genannt, was da ist, hinzugefügt, und der
Befehl endet mit 1.</translation>
    </message>
    <message>
        <source>watchword-cli scan FILE… [--reveal] [--json]

Says what the QR codes in pictures are, and what is missing of an export of
Google Authenticator (it then ends with 1). Nothing is saved.

  --reveal  prints what is in the codes too. That may be a secret.</source>
        <translation type="vanished">watchword-cli scan DATEI… [--reveal] [--json]

Sagt, was die QR-Codes auf Bildern sind und was von einem Export von
Google Authenticator fehlt (endet dann mit 1). Es wird nichts gespeichert.

  --reveal  gibt auch aus, was in den Codes steht. Das kann ein Geheimnis sein.</translation>
    </message>
    <message>
        <source>An export of Google Authenticator, part %1 of %2, with 1 account.</source>
        <translation>Ein Export von Google Authenticator, Teil %1 von %2, mit 1 Konto.</translation>
    </message>
    <message numerus="yes">
        <source>An export of Google Authenticator, part %1 of %2, with %n accounts.</source>
        <translation>
            <numerusform>Ein Export von Google Authenticator, Teil %1 von %2, mit %n Konto.</numerusform>
            <numerusform>Ein Export von Google Authenticator, Teil %1 von %2, mit %n Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan the pictures of one export together.</source>
        <translation>Lesen Sie die Bilder eines Exports zusammen ein.</translation>
    </message>
    <message>
        <source>“%1” takes one name; put quotation marks round a name with blanks.</source>
        <translation>„%1“ braucht genau einen Namen; setzen Sie einen Namen mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Waiting for your desktop, which may be asking whether the screen may be seen…</source>
        <translation>Warten auf Ihren Desktop, der vielleicht fragt, ob der Bildschirm gesehen werden darf …</translation>
    </message>
    <message>
        <source>watchword-cli add -            reads the link (otpauth://…) from standard input
watchword-cli add --image FILE reads a picture of a QR code (PNG, JPEG, WebP, GIF, BMP, SVG) or
                               the first 20 pages of a PDF
watchword-cli add --screen     looks for a QR code on all monitors
watchword-cli add LINK         the link as an argument: it stays in your shell&apos;s history,
                               so better use -

An account that is there already is said and not added again. An export of Google Authenticator
of several QR codes is given whole: all its links, or --image FILE for each picture. What is
missing of it is named, what is there is added, and the command ends with 1.</source>
        <translation>watchword-cli add -             liest den Link (otpauth://…) von der Standardeingabe
watchword-cli add --image DATEI liest das Bild eines QR-Codes (PNG, JPEG, WebP, GIF, BMP, SVG) oder
                                die ersten 20 Seiten eines PDFs
watchword-cli add --screen      sucht auf allen Bildschirmen nach einem QR-Code
watchword-cli add LINK          der Link als Argument: Er bleibt im Verlauf Ihrer Shell,
                                deshalb besser -

Ein Konto, das schon vorhanden ist, wird genannt und nicht noch einmal hinzugefügt. Ein Export
von Google Authenticator aus mehreren QR-Codes wird ganz angegeben: alle seine Links oder
--image DATEI für jedes Bild. Was davon fehlt, wird genannt, was da ist, hinzugefügt, und der
Befehl endet mit 1.</translation>
    </message>
    <message>
        <source>watchword-cli scan FILE… [--reveal] [--json]

Says what the QR codes in pictures and PDFs are, and what is missing of an export of
Google Authenticator (it then ends with 1). Nothing is saved.

  --reveal  prints what is in the codes too. That may be a secret.</source>
        <translation>watchword-cli scan DATEI… [--reveal] [--json]

Sagt, was die QR-Codes auf Bildern und in PDFs sind und was von einem Export von
Google Authenticator fehlt (endet dann mit 1). Es wird nichts gespeichert.

  --reveal  gibt auch aus, was in den Codes steht. Das kann ein Geheimnis sein.</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>“scan” takes one or more pictures or PDFs.</source>
        <translation>„scan“ braucht eines oder mehrere Bilder oder PDFs.</translation>
    </message>
    <message>
        <source>This code sets up sign-ins to approve, at %1; Watchword’s window does that and asks first.</source>
        <translation>Dieser Code richtet Anmeldungen zum Genehmigen ein, bei %1; das macht das Fenster von Watchword und fragt vorher.</translation>
    </message>
    <message>
        <source>Start Watchword, and scan the code or paste the link there.</source>
        <translation>Starten Sie Watchword und scannen Sie dort den Code, oder fügen Sie den Link ein.</translation>
    </message>
    <message>
        <source>Approve / Deny with %1</source>
        <translation>Genehmigen / Ablehnen mit %1</translation>
    </message>
    <message>
        <source>%1, not finished</source>
        <translation>%1, nicht fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) approve(s) sign-ins.</source>
        <translation>
            <numerusform>%n Konto genehmigt Anmeldungen.</numerusform>
            <numerusform>%n Konten genehmigen Anmeldungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>watchword-cli list [--trash] [--json]

Shows your accounts: number, issuer and name, and what kind of codes they have. Last come
those that approve or deny sign-ins, with the server that asks; with --json their &quot;type&quot; is
&quot;push&quot;, and they have &quot;server&quot;, &quot;host&quot;, &quot;serial&quot; and &quot;state&quot;.

  --trash  those in the trash instead</source>
        <translation>watchword-cli list [--trash] [--json]

Zeigt Ihre Konten: Nummer, Anbieter und Name sowie die Art ihrer Codes. Zuletzt kommen
die, mit denen Sie Anmeldungen genehmigen oder ablehnen, mit dem Server, der fragt; mit --json
ist ihr „type“ „push“, und sie haben „server“, „host“, „serial“ und „state“.

  --trash  stattdessen die im Papierkorb</translation>
    </message>
    <message>
        <source>watchword-cli doctor [--json]

Looks whether the keychain can be read and the clock is right, and says what to do if not.
Counts the requests to sign in that were refused because their server had not signed them.
Never asks for a password.</source>
        <translation>watchword-cli doctor [--json]

Prüft, ob der Schlüsselbund lesbar ist und die Uhr richtig geht, und sagt, was sonst zu tun ist.
Zählt die Anfragen zu Anmeldungen, die abgewiesen wurden, weil ihr Server sie nicht unterschrieben hatte.
Fragt nie nach einem Passwort.</translation>
    </message>
    <message>
        <source>“%1” approves sign-ins, so it has no code.</source>
        <translation>„%1“ genehmigt Anmeldungen und hat deshalb keinen Code.</translation>
    </message>
    <message>
        <source>What can be done with it is done in Watchword’s window.</source>
        <translation>Was sich damit tun lässt, geht im Fenster von Watchword.</translation>
    </message>
    <message>
        <source>Your keyring has no password: secrets lie in clear on the disk, and GNOME Keyring loses what Watchword saves there when it starts the next time.</source>
        <translation type="vanished">Ihr Schlüsselbund hat kein Passwort: Geheimnisse liegen im Klartext auf dem Datenträger, und GNOME Keyring verliert, was Watchword dort speichert, wenn es das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Give the keyring a password before you add accounts.</source>
        <translation type="vanished">Geben Sie dem Schlüsselbund ein Passwort, bevor Sie Konten hinzufügen.</translation>
    </message>
    <message>
        <source>The accounts are protected by a password and locked.</source>
        <translation>Die Konten sind durch ein Passwort geschützt und gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>The accounts are protected by a password: %n account(s).</source>
        <translation>
            <numerusform>Die Konten sind durch ein Passwort geschützt: %n Konto.</numerusform>
            <numerusform>Die Konten sind durch ein Passwort geschützt: %n Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Watchword keeps the codes that sites ask for when you sign in.

  watchword-cli list              shows your accounts
  watchword-cli code NAME         prints the code of an account
  watchword-cli add -             adds an account; reads its link from standard input
  watchword-cli add --image FILE  adds the account in a picture of a QR code
  watchword-cli add --screen      adds the account in a QR code on the screen
  watchword-cli scan FILE…        says what the QR codes in pictures are
  watchword-cli edit NAME         changes the name of an account
  watchword-cli remove NAME       puts an account into the trash
  watchword-cli restore NAME      takes it out again
  watchword-cli doctor            looks whether the keychain works
  watchword-cli help COMMAND      tells more about a command

  --json          results, and errors, as JSON
  --data-dir DIR  another set of accounts, apart from the usual one
  --password-file FILE  its first line opens accounts that are protected by a password;
                  without it the terminal asks. The file must be readable for you alone
  --version       the version

Ends with 0 done, 1 failed, 2 wrong use or an ambiguous name, 3 nothing found,
4 keychain unavailable, 5 wrong password or none.</source>
        <translation>Watchword bewahrt die Codes auf, nach denen Websites bei der Anmeldung fragen.

  watchword-cli list              zeigt Ihre Konten
  watchword-cli code NAME         gibt den Code eines Kontos aus
  watchword-cli add -             fügt ein Konto hinzu; liest den Link von der Standardeingabe
  watchword-cli add --image DATEI fügt das Konto aus dem Bild eines QR-Codes hinzu
  watchword-cli add --screen      fügt das Konto aus einem QR-Code auf dem Bildschirm hinzu
  watchword-cli scan DATEI…       sagt, was die QR-Codes auf Bildern sind
  watchword-cli edit NAME         ändert den Namen eines Kontos
  watchword-cli remove NAME       legt ein Konto in den Papierkorb
  watchword-cli restore NAME      holt es von dort zurück
  watchword-cli doctor            prüft, ob der Schlüsselbund funktioniert
  watchword-cli help BEFEHL       sagt mehr über einen Befehl

  --json          Ergebnisse und Fehler als JSON
  --data-dir DIR  eine andere Kontenliste, getrennt von der üblichen
  --password-file DATEI  ihre erste Zeile öffnet Konten, die durch ein Passwort geschützt sind;
                  ohne sie fragt das Terminal. Nur Sie dürfen die Datei lesen können
  --version       die Version

Endet mit 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf oder mehrdeutiger Name,
3 nichts gefunden, 4 Schlüsselbund nicht verfügbar, 5 falsches Passwort oder keines.</translation>
    </message>
    <message>
        <source>The file with the password is no file of yours, or others may read it.</source>
        <translation>Die Datei mit dem Passwort ist keine Datei von Ihnen, oder andere dürfen sie lesen.</translation>
    </message>
    <message>
        <source>Make it yours alone with “chmod 600”; pipes and devices are not read.</source>
        <translation>Sorgen Sie mit „chmod 600“ dafür, dass nur Sie sie lesen können; aus Pipes und Geräten wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Your accounts are protected by a password, and here nobody can be asked for it.</source>
        <translation>Ihre Konten sind durch ein Passwort geschützt, und hier kann niemand danach gefragt werden.</translation>
    </message>
    <message>
        <source>Run the command in a terminal, or give it “--password-file FILE”.</source>
        <translation>Führen Sie den Befehl in einem Terminal aus, oder geben Sie ihm „--password-file DATEI“ mit.</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>Das ist nicht das Passwort.</translation>
    </message>
    <message>
        <source>Password of your accounts (it is not shown): </source>
        <translation>Passwort Ihrer Konten (wird nicht angezeigt): </translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation>Es wurde kein Passwort eingegeben.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Your accounts are protected by a password.</source>
        <translation>Ihre Konten sind durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>Give it in a terminal, or with “--password-file FILE”.</source>
        <translation>Geben Sie es in einem Terminal ein, oder mit „--password-file DATEI“.</translation>
    </message>
    <message>
        <source>Line %1 of the accounts: %2</source>
        <translation>Zeile %1 der Konten: %2</translation>
    </message>
    <message>
        <source>Nothing was changed. Open Watchword’s window, which shows both and lets you choose.</source>
        <translation>Es wurde nichts geändert. Öffnen Sie das Fenster von Watchword: Es zeigt beide und lässt Sie wählen.</translation>
    </message>
    <message>
        <source>Was it reset, or is another one in use? Nothing was changed; open the keychain that you used before and try again. If it is lost for good, Watchword’s window offers to start again.</source>
        <translation>Wurde er zurückgesetzt, oder ist ein anderer in Gebrauch? Es wurde nichts geändert; öffnen Sie den Schlüsselbund, den Sie vorher benutzt haben, und versuchen Sie es noch einmal. Ist er endgültig verloren, bietet das Fenster von Watchword einen neuen Anfang an.</translation>
    </message>
    <message>
        <source>That the new counter is saved is not confirmed yet.</source>
        <translation>Dass der neue Zähler gespeichert ist, wurde noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>Nothing was changed. If they are lost for good, Watchword’s window offers to start again.</source>
        <translation>Es wurde nichts geändert. Sind sie endgültig verloren, bietet das Fenster von Watchword einen neuen Anfang an.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>That is not a key: a key has only the letters A to Z and the digits 2 to 7.</source>
        <translation>Das ist kein Schlüssel: Ein Schlüssel besteht nur aus den Buchstaben A bis Z und den Ziffern 2 bis 7.</translation>
    </message>
    <message>
        <source>A key cannot have the character “%1”: it has only the letters A to Z and the digits 2 to 7.</source>
        <translation>Das Zeichen „%1“ kommt in Schlüsseln nicht vor: Sie bestehen nur aus den Buchstaben A bis Z und den Ziffern 2 bis 7.</translation>
    </message>
    <message>
        <source>Is the 0 perhaps the letter O? Compare it with the site and change it.</source>
        <translation>Ist die 0 vielleicht der Buchstabe O? Vergleichen Sie mit der Website und ändern Sie das Zeichen.</translation>
    </message>
    <message>
        <source>Is the 1 perhaps the letter L or I? Compare it with the site and change it.</source>
        <translation>Ist die 1 vielleicht der Buchstabe L oder I? Vergleichen Sie mit der Website und ändern Sie das Zeichen.</translation>
    </message>
    <message>
        <source>Is the 8 perhaps the letter B? Compare it with the site and change it.</source>
        <translation>Ist die 8 vielleicht der Buchstabe B? Vergleichen Sie mit der Website und ändern Sie das Zeichen.</translation>
    </message>
    <message>
        <source>Copy the key from the site once more, all of it and nothing else.</source>
        <translation>Kopieren Sie den Schlüssel noch einmal von der Website, vollständig und ohne anderen Text.</translation>
    </message>
    <message>
        <source>The account wants an algorithm that Watchword does not know.</source>
        <translation>Das Konto verlangt ein Verfahren, das Watchword nicht kennt.</translation>
    </message>
    <message>
        <source>The account wants the algorithm “%1”, which Watchword does not know.</source>
        <translation>Das Konto verlangt das Verfahren „%1“, das Watchword nicht kennt.</translation>
    </message>
    <message>
        <source>Its codes would be wrong, so it was not added. Ask the site for a QR code for any authenticator app.</source>
        <translation>Die Codes wären falsch, deshalb wurde es nicht hinzugefügt. Lassen Sie sich von der Website einen QR-Code für beliebige Authenticator-Apps anzeigen.</translation>
    </message>
    <message>
        <source>Watchword made a mistake of its own.</source>
        <translation>Watchword hat selbst einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, and report it when it happens again.</source>
        <translation>Es wurde nichts geändert. Bitte versuchen Sie es noch einmal und melden Sie den Fehler, wenn er wieder auftritt.</translation>
    </message>
    <message>
        <source>There is nothing to read.</source>
        <translation>Es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>Copy a QR code, a link or a key first.</source>
        <translation>Kopieren Sie zuerst einen QR-Code, einen Link oder einen Schlüssel.</translation>
    </message>
    <message>
        <source>That is neither text nor a picture.</source>
        <translation>Das ist weder Text noch ein Bild.</translation>
    </message>
    <message>
        <source>Watchword reads pictures of QR codes, links and keys.</source>
        <translation>Watchword liest Bilder von QR-Codes, Links und Schlüssel.</translation>
    </message>
    <message>
        <source>That is too large to be an account.</source>
        <translation>Das ist zu groß für ein Konto.</translation>
    </message>
    <message>
        <source>Choose only the picture, the link or the key of the account.</source>
        <translation>Wählen Sie nur das Bild, den Link oder den Schlüssel des Kontos.</translation>
    </message>
    <message>
        <source>That text is not an account.</source>
        <translation>Dieser Text ist kein Konto.</translation>
    </message>
    <message>
        <source>An account is a link that begins with otpauth:// or a key of the letters A to Z and the digits 2 to 7.</source>
        <translation>Ein Konto ist ein Link, der mit otpauth:// beginnt, oder ein Schlüssel aus den Buchstaben A bis Z und den Ziffern 2 bis 7.</translation>
    </message>
    <message>
        <source>The link asks for a kind of code that Watchword does not know.</source>
        <translation>Der Link verlangt eine Art von Code, die Watchword nicht kennt.</translation>
    </message>
    <message>
        <source>Ask the site for a QR code for any authenticator app.</source>
        <translation>Lassen Sie sich von der Website einen QR-Code für beliebige Authenticator-Apps anzeigen.</translation>
    </message>
    <message>
        <source>There is no key in it, so it cannot make codes.</source>
        <translation>Es ist kein Schlüssel darin, deshalb können keine Codes berechnet werden.</translation>
    </message>
    <message>
        <source>Copy the link or the key from the site once more, all of it.</source>
        <translation>Kopieren Sie den Link oder den Schlüssel noch einmal vollständig von der Website.</translation>
    </message>
    <message>
        <source>The account wants codes of a length that cannot be.</source>
        <translation>Das Konto verlangt Codes in einer Länge, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Codes have 1 to 10 digits. Ask the site for a new QR code.</source>
        <translation>Codes haben 1 bis 10 Ziffern. Lassen Sie sich von der Website einen neuen QR-Code anzeigen.</translation>
    </message>
    <message>
        <source>The account wants a new code after a time that cannot be.</source>
        <translation>Das Konto verlangt einen neuen Code nach einer Zeit, die es nicht gibt.</translation>
    </message>
    <message>
        <source>A code holds for 1 to 86,400 seconds. Ask the site for a new QR code.</source>
        <translation>Ein Code gilt 1 bis 86.400 Sekunden lang. Lassen Sie sich von der Website einen neuen QR-Code anzeigen.</translation>
    </message>
    <message>
        <source>The account’s counter is not a number that can be.</source>
        <translation>Der Zähler des Kontos ist keine mögliche Zahl.</translation>
    </message>
    <message>
        <source>Ask the site for a new QR code.</source>
        <translation>Lassen Sie sich von der Website einen neuen QR-Code anzeigen.</translation>
    </message>
    <message>
        <source>The link is broken.</source>
        <translation>Der Link ist beschädigt.</translation>
    </message>
    <message>
        <source>Copy it once more, from its beginning to its end.</source>
        <translation>Kopieren Sie ihn noch einmal, vom Anfang bis zum Ende.</translation>
    </message>
    <message>
        <source>The file is not a picture that Watchword can read.</source>
        <translation>Die Datei ist kein Bild, das Watchword lesen kann.</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG, WebP, GIF or BMP picture of the QR code.</source>
        <translation type="vanished">Wählen Sie ein Bild des QR-Codes im Format PNG, JPEG, WebP, GIF oder BMP.</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>Das Bild ist zu groß.</translation>
    </message>
    <message>
        <source>Cut out the part with the QR code and choose that.</source>
        <translation>Schneiden Sie den Teil mit dem QR-Code aus und wählen Sie diesen.</translation>
    </message>
    <message>
        <source>There is no QR code in the picture.</source>
        <translation>Auf dem Bild ist kein QR-Code.</translation>
    </message>
    <message>
        <source>Choose a picture in which the whole code can be seen, sharp and with its white edge.</source>
        <translation>Wählen Sie ein Bild, auf dem der ganze Code zu sehen ist, scharf und mit seinem weißen Rand.</translation>
    </message>
    <message>
        <source>There is no screen to look at.</source>
        <translation>Es gibt keinen Bildschirm zum Durchsuchen.</translation>
    </message>
    <message>
        <source>Save a picture of the QR code and choose that.</source>
        <translation>Speichern Sie ein Bild des QR-Codes und wählen Sie dieses.</translation>
    </message>
    <message>
        <source>The screen could not be looked at.</source>
        <translation>Der Bildschirm konnte nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>Take a picture of the QR code with your desktop’s own screenshot key, then paste it here or choose its file.</source>
        <translation>Machen Sie mit der Druck-Taste Ihres Computers ein Bildschirmfoto des QR-Codes und fügen Sie es hier ein, oder wählen Sie dessen Datei.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) does not let this version see the screen yet.</source>
        <translation type="vanished">Auf dieser Arbeitsumgebung (Wayland) kann diese Version den Bildschirm noch nicht durchsuchen.</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>Perhaps it was moved or renamed; choose it again.</source>
        <translation>Vielleicht wurde sie verschoben oder umbenannt; wählen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that you may read it, or copy it to your own folder.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen, oder kopieren Sie sie in Ihren eigenen Ordner.</translation>
    </message>
    <message>
        <source>That is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>Choose a picture file.</source>
        <translation>Wählen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room and try again; nothing was lost.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; es ist nichts verloren gegangen.</translation>
    </message>
    <message>
        <source>The disk can only be read.</source>
        <translation>Der Datenträger kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>Watchword’s folder must be where it can be written.</source>
        <translation>Der Ordner von Watchword muss dort liegen, wo geschrieben werden kann.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the disk and the folder’s permissions, then try again.</source>
        <translation>Prüfen Sie den Datenträger und die Rechte des Ordners und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Watchword’s folder can be changed by others.</source>
        <translation>Der Ordner von Watchword kann von anderen geändert werden.</translation>
    </message>
    <message>
        <source>Make it yours alone (mode 0700), then try again.</source>
        <translation type="vanished">Sorgen Sie dafür, dass nur Sie Zugriff haben (Modus 0700), und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The keychain does not have the entry.</source>
        <translation>Der Eintrag ist nicht im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Nothing was deleted by Watchword. Try again.</source>
        <translation>Watchword hat nichts gelöscht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain’s question was closed without an answer.</source>
        <translation>Die Frage des Schlüsselbunds wurde ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>Your accounts are still there. Try again to be asked once more.</source>
        <translation>Ihre Konten sind noch da. Versuchen Sie es noch einmal, dann werden Sie erneut gefragt.</translation>
    </message>
    <message>
        <source>The keychain refused.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Allow Watchword to use it, then try again.</source>
        <translation>Erlauben Sie Watchword den Zugriff und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>There is no connection to your desktop session.</source>
        <translation>Es gibt keine Verbindung zu Ihrer Arbeitssitzung.</translation>
    </message>
    <message>
        <source>Start Watchword from your desktop, or through dbus-run-session.</source>
        <translation>Starten Sie Watchword aus Ihrer Arbeitsumgebung oder mit dbus-run-session.</translation>
    </message>
    <message>
        <source>No keychain is running.</source>
        <translation>Es läuft kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Install and start one, such as GNOME Keyring, KDE Wallet or KeePassXC, then try again.</source>
        <translation>Installieren und starten Sie einen, zum Beispiel GNOME-Schlüsselbund, KDE-Brieftasche oder KeePassXC, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Your accounts are still in it. Wait a moment and try again.</source>
        <translation>Ihre Konten sind noch darin. Warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain answered with an error.</source>
        <translation>Der Schlüsselbund hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Your accounts were not changed. Try again.</source>
        <translation>Ihre Konten wurden nicht geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another keychain answered than the one that has your accounts.</source>
        <translation>Es hat ein anderer Schlüsselbund geantwortet als der, in dem Ihre Konten sind.</translation>
    </message>
    <message>
        <source>Start the keychain that you used before, then try again.</source>
        <translation>Starten Sie den Schlüsselbund, den Sie bisher benutzt haben, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Your accounts are not open.</source>
        <translation>Ihre Konten sind nicht geöffnet.</translation>
    </message>
    <message>
        <source>Unlock the keychain first.</source>
        <translation type="vanished">Entsperren Sie zuerst den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Another program is just saving your accounts.</source>
        <translation>Ein anderes Programm speichert gerade Ihre Konten.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The change was not saved.</source>
        <translation>Die Änderung wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Everything is as it was before. Try again.</source>
        <translation>Alles ist, wie es vorher war. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It is not known whether the change was saved.</source>
        <translation>Es ist nicht bekannt, ob die Änderung gespeichert wurde.</translation>
    </message>
    <message>
        <source>Look at the list before you try again.</source>
        <translation>Sehen Sie in der Liste nach, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Nothing was changed in it. A backup helps.</source>
        <translation type="vanished">Es wurde nichts darin geändert. Eine Sicherung hilft.</translation>
    </message>
    <message>
        <source>The key does not fit the file.</source>
        <translation>Der Schlüssel passt nicht zu der Datei.</translation>
    </message>
    <message>
        <source>Perhaps the file is from another computer or another account.</source>
        <translation>Vielleicht stammt die Datei von einem anderen Computer oder einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>The accounts were saved by a newer Watchword.</source>
        <translation>Die Konten wurden von einer neueren Version von Watchword gespeichert.</translation>
    </message>
    <message>
        <source>Install the newer version; this one can only read them.</source>
        <translation type="vanished">Installieren Sie die neuere Version; diese kann die Konten nur lesen.</translation>
    </message>
    <message>
        <source>The account is not there any more.</source>
        <translation>Das Konto ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Perhaps it was deleted elsewhere; look at the list.</source>
        <translation>Vielleicht wurde es anderswo gelöscht; sehen Sie in der Liste nach.</translation>
    </message>
    <message>
        <source>A file lies where Watchword’s folder should be.</source>
        <translation>Wo der Ordner von Watchword sein sollte, liegt eine Datei.</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>Verschieben Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Watchword on %1 is just saving your accounts.</source>
        <translation>Watchword auf %1 speichert gerade Ihre Konten.</translation>
    </message>
    <message>
        <source>Nothing was changed in it. If you have a copy of the file from before, put it in its place.</source>
        <translation>An ihr wurde nichts geändert. Wenn Sie eine frühere Kopie der Datei haben, legen Sie diese an ihre Stelle.</translation>
    </message>
    <message>
        <source>Install the newer version; this one cannot show them and changes nothing.</source>
        <translation>Installieren Sie die neuere Version; diese kann sie nicht anzeigen und ändert nichts.</translation>
    </message>
    <message>
        <source>The account is not in the trash any more.</source>
        <translation>Das Konto ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>It was restored elsewhere. Nothing was removed.</source>
        <translation>Es wurde anderswo wiederhergestellt. Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>The counter would go back.</source>
        <translation>Der Zähler würde zurückgestellt.</translation>
    </message>
    <message>
        <source>The site has seen these codes already and may not take them again. Nothing was saved.</source>
        <translation>Die Website kennt diese Codes schon und nimmt sie vielleicht nicht noch einmal an. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>This export of Google Authenticator is damaged or cut off.</source>
        <translation>Dieser Export von Google Authenticator ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Show its QR code on the phone once more and scan it.</source>
        <translation>Zeigen Sie seinen QR-Code auf dem Telefon noch einmal an und scannen Sie ihn.</translation>
    </message>
    <message>
        <source>This export of Google Authenticator holds no accounts.</source>
        <translation>Dieser Export von Google Authenticator enthält keine Konten.</translation>
    </message>
    <message>
        <source>Choose the accounts on the phone and export them once more.</source>
        <translation>Wählen Sie die Konten auf dem Telefon aus und exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file lies on another computer, so it was not opened.</source>
        <translation>Die Datei liegt auf einem anderen Rechner und wurde deshalb nicht geöffnet.</translation>
    </message>
    <message>
        <source>Copy it to your own folder first.</source>
        <translation>Kopieren Sie sie zuerst in Ihren eigenen Ordner.</translation>
    </message>
    <message>
        <source>The folder is %1.</source>
        <translation>Der Ordner ist %1.</translation>
    </message>
    <message>
        <source>Make it belong to you alone (owner: you, mode 0700), then try again.</source>
        <translation>Sorgen Sie dafür, dass er nur Ihnen gehört (Eigentümer: Sie, Modus 0700), und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Watchword may not use its folder or a file in it.</source>
        <translation>Watchword darf seinen Ordner oder eine Datei darin nicht benutzen.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and change the folder and what is in it, then try again.</source>
        <translation>Geben Sie sich das Recht, den Ordner und seinen Inhalt zu lesen und zu ändern, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The file “vault.id” in Watchword’s folder is damaged.</source>
        <translation>Die Datei „vault.id“ in Watchwords Ordner ist beschädigt.</translation>
    </message>
    <message>
        <source>Your accounts are still in the keychain. Put a copy of the file from before in its place.</source>
        <translation>Ihre Konten sind noch im Schlüsselbund. Legen Sie eine frühere Kopie der Datei an ihre Stelle.</translation>
    </message>
    <message>
        <source>Or take a picture of the QR code with your desktop’s own screenshot key, then paste it here or choose its file.</source>
        <translation>Oder nehmen Sie mit der Bildschirmfoto-Taste Ihres Desktops ein Bild des QR-Codes auf und fügen Sie es hier ein oder wählen Sie seine Datei.</translation>
    </message>
    <message>
        <source>“xdg-desktop-portal-gnome”</source>
        <translation>„xdg-desktop-portal-gnome“</translation>
    </message>
    <message>
        <source>“xdg-desktop-portal-kde”</source>
        <translation>„xdg-desktop-portal-kde“</translation>
    </message>
    <message>
        <source>“xdg-desktop-portal-wlr” and “xdg-desktop-portal-gtk”</source>
        <translation>„xdg-desktop-portal-wlr“ und „xdg-desktop-portal-gtk“</translation>
    </message>
    <message>
        <source>the part of “xdg-desktop-portal” for your desktop</source>
        <translation>den Teil von „xdg-desktop-portal“ für Ihren Desktop</translation>
    </message>
    <message>
        <source>Install %1, then sign out of the desktop and in again.</source>
        <translation>Installieren Sie %1, melden Sie sich dann vom Desktop ab und wieder an.</translation>
    </message>
    <message>
        <source>In the desktop’s Settings, under Apps, choose Watchword and allow screenshots; then try again.</source>
        <translation>Wählen Sie in den Einstellungen des Desktops unter „Apps“ Watchword und erlauben Sie Bildschirmfotos; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>In System Settings, under Application Permissions, allow Watchword to take screenshots; then try again.</source>
        <translation>Erlauben Sie Watchword in den Systemeinstellungen unter „Programmberechtigungen“ Bildschirmfotos; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>See that “xdg-desktop-portal-wlr” and “grim” are installed, which take pictures of the screen; then try again.</source>
        <translation>Sorgen Sie dafür, dass „xdg-desktop-portal-wlr“ und „grim“ installiert sind, die Bilder des Bildschirms aufnehmen; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Allow Watchword to take screenshots in the desktop’s settings; then try again.</source>
        <translation>Erlauben Sie Watchword in den Einstellungen des Desktops Bildschirmfotos; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Your desktop offers programs no way to see the screen.</source>
        <translation>Ihr Desktop bietet Programmen keinen Weg, den Bildschirm zu sehen.</translation>
    </message>
    <message>
        <source>Your desktop did not answer when it was asked for a picture of the screen.</source>
        <translation>Ihr Desktop hat nicht geantwortet, als er nach einem Bild des Bildschirms gefragt wurde.</translation>
    </message>
    <message>
        <source>Perhaps its question is hidden by another window: answer it and try again.</source>
        <translation>Vielleicht ist seine Frage von einem anderen Fenster verdeckt: Beantworten Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your desktop did not let Watchword see the screen.</source>
        <translation>Ihr Desktop hat Watchword den Bildschirm nicht sehen lassen.</translation>
    </message>
    <message>
        <source>The picture of the screen was cancelled.</source>
        <translation>Das Bild des Bildschirms wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Try again, and allow it when your desktop asks.</source>
        <translation>Versuchen Sie es erneut und erlauben Sie es, wenn Ihr Desktop fragt.</translation>
    </message>
    <message>
        <source>Open it in another program and scan the screen, or take a picture of the QR code there and choose that.</source>
        <translation>Öffnen Sie die Datei in einem anderen Programm und scannen Sie den Bildschirm, oder machen Sie dort ein Bild des QR-Codes und wählen Sie dieses.</translation>
    </message>
    <message>
        <source>The PDF is damaged or cut off.</source>
        <translation>Das PDF ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The SVG picture is damaged or cut off.</source>
        <translation>Das SVG-Bild ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The file is damaged or cut off.</source>
        <translation>Die Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Download or save it once more, or take a picture of the QR code and choose that.</source>
        <translation>Laden oder speichern Sie die Datei noch einmal, oder machen Sie ein Bild des QR-Codes und wählen Sie dieses.</translation>
    </message>
    <message>
        <source>There is no QR code in the PDF.</source>
        <translation>Im PDF ist kein QR-Code.</translation>
    </message>
    <message>
        <source>If you see one in another program, make it large there and scan the screen.</source>
        <translation>Wenn Sie in einem anderen Programm einen sehen, vergrößern Sie ihn dort und scannen Sie den Bildschirm.</translation>
    </message>
    <message>
        <source>There is no QR code on the first 20 pages of the PDF; later pages were not looked at.</source>
        <translation>Auf den ersten 20 Seiten des PDFs ist kein QR-Code; spätere Seiten wurden nicht durchgesehen.</translation>
    </message>
    <message>
        <source>If the QR code is on a later page, open that page and scan the screen.</source>
        <translation>Wenn der QR-Code auf einer späteren Seite steht, öffnen Sie diese Seite und scannen Sie den Bildschirm.</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG, WebP, GIF, BMP or SVG picture of the QR code, or a PDF.</source>
        <translation>Wählen Sie ein Bild des QR-Codes im Format PNG, JPEG, WebP, GIF, BMP oder SVG oder ein PDF.</translation>
    </message>
    <message>
        <source>The file is packed with gzip, as SVG pictures called .svgz are.</source>
        <translation>Die Datei ist mit gzip gepackt, wie SVG-Bilder mit der Endung .svgz.</translation>
    </message>
    <message>
        <source>Unpack it, or save the picture as PNG, and choose that.</source>
        <translation>Entpacken Sie sie, oder speichern Sie das Bild als PNG, und wählen Sie dann dieses.</translation>
    </message>
    <message>
        <source>The SVG picture contains abbreviations that could grow without end, so it was not drawn.</source>
        <translation>Das SVG-Bild enthält Abkürzungen, die endlos wachsen könnten; deshalb wurde es nicht gezeichnet.</translation>
    </message>
    <message>
        <source>Save it as a PNG picture and choose that.</source>
        <translation>Speichern Sie es als PNG-Bild und wählen Sie dieses.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>Das PDF ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>Only the first 20 pages of the PDF were looked at.</source>
        <translation>Nur die ersten 20 Seiten des PDFs wurden durchgesehen.</translation>
    </message>
    <message>
        <source>The part of Watchword that draws SVG pictures and PDFs is missing.</source>
        <translation>Der Teil von Watchword, der SVG-Bilder und PDFs zeichnet, fehlt.</translation>
    </message>
    <message>
        <source>Install Watchword once more; or take a picture of the QR code and choose that.</source>
        <translation>Installieren Sie Watchword noch einmal, oder machen Sie ein Bild des QR-Codes und wählen Sie dieses.</translation>
    </message>
    <message>
        <source>The file could not be drawn.</source>
        <translation>Die Datei konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Drawing the file took too long and was stopped.</source>
        <translation>Das Zeichnen der Datei dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The picture of your screen has one colour and nothing in it.</source>
        <translation>Das Bild Ihres Bildschirms hat nur eine Farbe, und nichts ist darauf.</translation>
    </message>
    <message>
        <source>Perhaps the screen is locked, or the program with the QR code does not let itself be captured. Open the code in another program, or save it as a picture file.</source>
        <translation>Vielleicht ist der Bildschirm gesperrt, oder das Programm mit dem QR-Code lässt sich nicht aufnehmen. Öffnen Sie den Code in einem anderen Programm, oder speichern Sie ihn als Bilddatei.</translation>
    </message>
    <message>
        <source>The part of Watchword that finds QR codes in pictures is missing.</source>
        <translation>Der Teil von Watchword, der QR-Codes in Bildern findet, fehlt.</translation>
    </message>
    <message>
        <source>Install Watchword once more; or type the key of the account.</source>
        <translation>Installieren Sie Watchword noch einmal; oder tippen Sie den Schlüssel des Kontos ein.</translation>
    </message>
    <message>
        <source>The search for a QR code broke off before its end.</source>
        <translation>Die Suche nach einem QR-Code brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>Show the whole code larger, with little beside it, and try again.</source>
        <translation>Zeigen Sie den ganzen Code größer, mit wenig daneben, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The search for a QR code took too long and was stopped.</source>
        <translation>Die Suche nach einem QR-Code dauerte zu lange und wurde beendet.</translation>
    </message>
    <message>
        <source>Nothing was changed. If you have a copy of the file “book”, put it in its place.</source>
        <translation>Es wurde nichts geändert. Wenn Sie eine Kopie der Datei „book“ haben, legen Sie sie an ihre Stelle.</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>Das ist nicht das Passwort.</translation>
    </message>
    <message>
        <source>Look at the keyboard layout and Caps Lock, and try again.</source>
        <translation>Achten Sie auf die Tastaturbelegung und die Feststelltaste, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The password of your accounts was changed in another window.</source>
        <translation>Das Passwort Ihrer Konten wurde in einem anderen Fenster geändert.</translation>
    </message>
    <message>
        <source>Enter the new one. Nothing was saved meanwhile.</source>
        <translation>Geben Sie das neue ein. Inzwischen wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The keychain holds the accounts of another Watchword.</source>
        <translation>Im Schlüsselbund liegen die Konten eines anderen Watchword.</translation>
    </message>
    <message>
        <source>Nothing was changed. Your accounts stay protected by their password.</source>
        <translation>Es wurde nichts geändert. Ihre Konten bleiben durch ihr Passwort geschützt.</translation>
    </message>
    <message>
        <source>The file with your accounts is damaged, and there is no whole copy from before.</source>
        <translation>Die Datei mit Ihren Konten ist beschädigt, und es gibt keine unversehrte Kopie von vorher.</translation>
    </message>
    <message>
        <source>Nothing was saved: your keyring has no password, so secrets in it would lie in clear on the disk.</source>
        <translation>Nichts wurde gespeichert: Ihr Schlüsselbund hat kein Passwort, Geheimnisse darin lägen lesbar auf der Platte.</translation>
    </message>
    <message>
        <source>Use a password for Watchword (in its settings, under “Protection”), or give the keyring one.</source>
        <translation>Verwenden Sie für Watchword ein Passwort (in den Einstellungen unter „Schutz“), oder geben Sie dem Schlüsselbund eines.</translation>
    </message>
    <message>
        <source>Unlock them first.</source>
        <translation>Entsperren Sie sie zuerst.</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Part %1 of %2 is missing.</source>
        <translation>Teil %1 von %2 fehlt.</translation>
    </message>
    <message>
        <source>Parts %1 of %2 are missing.</source>
        <translation>Die Teile %1 von %2 fehlen.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Same name, another key: both are kept</source>
        <translation>Gleicher Name, anderer Schlüssel: Beide bleiben erhalten</translation>
    </message>
    <message>
        <source>From a trash</source>
        <translation>Aus einem Papierkorb</translation>
    </message>
    <message>
        <source>Same key as number %1</source>
        <translation>Gleicher Schlüssel wie Nummer %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Export %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Sign-ins to approve · %1</source>
        <translation>Anmeldungen zum Genehmigen · %1</translation>
    </message>
    <message>
        <source>New key for an account here</source>
        <translation>Neuer Schlüssel für ein Konto von hier</translation>
    </message>
</context>
<context>
    <name>LostBook</name>
    <message>
        <source>There are no accounts in the keychain, and the file “book” is missing from Watchword’s folder.</source>
        <translation>Im Schlüsselbund sind keine Konten, und im Ordner von Watchword fehlt die Datei „book“.</translation>
    </message>
    <message>
        <source>There are no accounts in the keychain, and the file “book” in Watchword’s folder is damaged.</source>
        <translation>Im Schlüsselbund sind keine Konten, und die Datei „book“ im Ordner von Watchword ist beschädigt.</translation>
    </message>
    <message>
        <source>If your accounts had a password of their own, they were in that file: put the folder back from a backup. If they were in a keychain, open the one that you used before. Then try again.</source>
        <translation>Hatten Ihre Konten ein eigenes Passwort, so lagen sie in dieser Datei: Stellen Sie den Ordner aus einer Sicherung wieder her. Lagen sie in einem Schlüsselbund, öffnen Sie den, den Sie vorher benutzt haben. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>If your accounts had a password of their own, they do not need the keychain but the file “book” in Watchword’s folder, which is missing or damaged: put the folder back from a backup, then try again. To begin anew without them, quit Watchword and move the folder somewhere else.</source>
        <translation>Hatten Ihre Konten ein eigenes Passwort, so brauchen sie nicht den Schlüsselbund, sondern die Datei „book“ im Ordner von Watchword, und die fehlt oder ist beschädigt: Stellen Sie den Ordner aus einer Sicherung wieder her und versuchen Sie es dann noch einmal. Um ohne die Konten neu anzufangen, beenden Sie Watchword und verschieben Sie den Ordner an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Try again to be asked once more.</source>
        <translation>Versuchen Sie es noch einmal, dann werden Sie erneut gefragt.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>Es wurde nichts geändert. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>OddRecordText</name>
    <message>
        <source>An entry with the same number as another one.</source>
        <translation>Ein Eintrag mit derselben Nummer wie ein anderer.</translation>
    </message>
    <message>
        <source>An account with a kind of code that this version does not know.</source>
        <translation>Ein Konto mit einer Art von Codes, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>An account whose entry cannot be read.</source>
        <translation>Ein Konto, dessen Eintrag nicht lesbar ist.</translation>
    </message>
    <message>
        <source>An account that approves sign-ins, in the form of a newer version.</source>
        <translation>Ein Konto, das Anmeldungen bestätigt, in der Form einer neueren Version.</translation>
    </message>
    <message>
        <source>An account that approves sign-ins, whose entry cannot be read.</source>
        <translation>Ein Konto, das Anmeldungen bestätigt, dessen Eintrag nicht lesbar ist.</translation>
    </message>
    <message>
        <source>An entry of a newer version.</source>
        <translation>Ein Eintrag einer neueren Version.</translation>
    </message>
    <message>
        <source>An entry that is damaged, or not Watchword’s.</source>
        <translation>Ein Eintrag, der beschädigt ist oder nicht von Watchword stammt.</translation>
    </message>
</context>
<context>
    <name>OddRecordsNotice</name>
    <message>
        <source>Each of them is kept exactly as it is, whatever else you change, and your other accounts work without it. What a newer version has written, a newer version shows: update Watchword. An account that you miss can be set up anew at its site.</source>
        <translation>Jeder davon bleibt genau, wie er ist, was Sie auch sonst ändern, und Ihre anderen Konten funktionieren ohne ihn. Was eine neuere Version geschrieben hat, zeigt eine neuere Version: Aktualisieren Sie Watchword. Ein Konto, das Ihnen fehlt, können Sie auf seiner Website neu einrichten.</translation>
    </message>
    <message>
        <source>The lines are counted as in the items “Watchword” of your desktop’s password manager.</source>
        <translation>Die Zeilen sind gezählt wie in den Einträgen „Watchword“ in der Passwortverwaltung Ihrer Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>This version does not understand %n entries</source>
        <translation>
            <numerusform>Diese Version versteht einen Eintrag nicht</numerusform>
            <numerusform>Diese Version versteht %n Einträge nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OriginText</name>
    <message>
        <source>This code is for Microsoft’s app</source>
        <translation>Dieser Code ist für die App von Microsoft</translation>
    </message>
    <message>
        <source>This code works only with Microsoft Authenticator.</source>
        <translation>Dieser Code funktioniert nur mit Microsoft Authenticator.</translation>
    </message>
    <message>
        <source>Go back one page in the browser.</source>
        <translation>Gehen Sie im Browser eine Seite zurück.</translation>
    </message>
    <message>
        <source>Choose “I want to use a different authenticator app”.</source>
        <translation>Wählen Sie „Ich möchte eine andere Authentifikator-App verwenden“.</translation>
    </message>
    <message>
        <source>Scan the code shown there.</source>
        <translation>Scannen Sie den Code, der dort angezeigt wird.</translation>
    </message>
    <message>
        <source>That choice is missing?</source>
        <translation>Diese Auswahl fehlt?</translation>
    </message>
    <message>
        <source>If that choice is missing, your organisation has turned it off; ask your IT desk to allow “third-party software OATH tokens”.</source>
        <translation>Wenn diese Auswahl fehlt, hat Ihre Organisation sie abgeschaltet. Bitten Sie Ihre IT-Abteilung, „OATH-Softwaretoken von Drittanbietern“ zu erlauben.</translation>
    </message>
    <message>
        <source>This code works only with Microsoft Authenticator. Go back one page and choose “I want to use a different authenticator app”, then scan the code shown there. If that choice is missing, your organisation has turned it off; ask your IT desk to allow “third-party software OATH tokens”.</source>
        <translation>Dieser Code funktioniert nur mit Microsoft Authenticator. Gehen Sie eine Seite zurück und wählen Sie „Ich möchte eine andere Authentifikator-App verwenden“, dann scannen Sie den dort angezeigten Code. Wenn diese Auswahl fehlt, hat Ihre Organisation sie abgeschaltet; bitten Sie Ihre IT-Abteilung, „OATH-Softwaretoken von Drittanbietern“ zu erlauben.</translation>
    </message>
    <message>
        <source>This code is an export of Google Authenticator</source>
        <translation>Dieser Code ist ein Export aus Google Authenticator</translation>
    </message>
    <message>
        <source>It holds several accounts, and this version cannot take it yet.</source>
        <translation type="vanished">Er enthält mehrere Konten, und diese Version kann ihn noch nicht übernehmen.</translation>
    </message>
    <message>
        <source>Leave the accounts where they are for now.</source>
        <translation type="vanished">Lassen Sie die Konten vorerst, wo sie sind.</translation>
    </message>
    <message>
        <source>To have one of them here too, switch two-step sign-in on anew at its site and scan the QR code shown there.</source>
        <translation type="vanished">Wenn Sie eines davon auch hier haben möchten, richten Sie die Anmeldung in zwei Schritten auf der Website neu ein und scannen Sie den dort angezeigten QR-Code.</translation>
    </message>
    <message>
        <source>This is an export of Google Authenticator with several accounts; this version cannot take it yet.</source>
        <translation type="vanished">Das ist ein Export aus Google Authenticator mit mehreren Konten; diese Version kann ihn noch nicht übernehmen.</translation>
    </message>
    <message>
        <source>This code is for approving sign-ins</source>
        <translation>Dieser Code dient zum Bestätigen von Anmeldungen</translation>
    </message>
    <message>
        <source>It sets up questions to approve or deny, and this version cannot answer it yet.</source>
        <translation type="vanished">Er richtet Anfragen ein, die man bestätigt oder ablehnt. Das kann diese Version noch nicht.</translation>
    </message>
    <message>
        <source>Choose a code that changes (TOTP) instead.</source>
        <translation>Wählen Sie stattdessen einen wechselnden Code (TOTP).</translation>
    </message>
    <message>
        <source>This code sets up sign-ins to approve; this version cannot answer it yet. Choose a code that changes (TOTP) at the site instead.</source>
        <translation type="vanished">Dieser Code richtet Anmeldungen zum Bestätigen ein; das kann diese Version noch nicht. Wählen Sie auf der Website stattdessen einen wechselnden Code (TOTP).</translation>
    </message>
    <message>
        <source>This code signs in with a tiqr app</source>
        <translation>Dieser Code meldet mit einer tiqr-App an</translation>
    </message>
    <message>
        <source>This code is for a tiqr app</source>
        <translation>Dieser Code ist für eine tiqr-App</translation>
    </message>
    <message>
        <source>It asks tiqr or the eduID app to sign you in, and this version cannot answer it yet.</source>
        <translation>Er fordert tiqr oder die eduID-App auf, Sie anzumelden. Das kann diese Version noch nicht.</translation>
    </message>
    <message>
        <source>It sets up tiqr or the eduID app, and this version cannot answer it yet.</source>
        <translation>Er richtet tiqr oder die eduID-App ein. Das kann diese Version noch nicht.</translation>
    </message>
    <message>
        <source>Choose another way to sign in, such as a code from an authenticator app.</source>
        <translation>Wählen Sie eine andere Art der Anmeldung, zum Beispiel einen Code aus einer Authenticator-App.</translation>
    </message>
    <message>
        <source>This code asks tiqr or the eduID app to sign you in; this version cannot answer it yet.</source>
        <translation>Dieser Code fordert tiqr oder die eduID-App auf, Sie anzumelden; das kann diese Version noch nicht.</translation>
    </message>
    <message>
        <source>This code sets up tiqr or the eduID app; this version cannot answer it yet.</source>
        <translation>Dieser Code richtet tiqr oder die eduID-App ein; das kann diese Version noch nicht.</translation>
    </message>
    <message>
        <source>This is a link to a web page</source>
        <translation>Das ist ein Link zu einer Webseite</translation>
    </message>
    <message>
        <source>It is not an account, and Watchword opens no web pages.</source>
        <translation>Er ist kein Konto, und Watchword öffnet keine Webseiten.</translation>
    </message>
    <message>
        <source>It leads to %1. It is not an account, and Watchword opens no web pages.</source>
        <translation>Er führt zu %1. Er ist kein Konto, und Watchword öffnet keine Webseiten.</translation>
    </message>
    <message>
        <source>Open the site’s security settings in your browser.</source>
        <translation>Öffnen Sie im Browser die Sicherheitseinstellungen der Website.</translation>
    </message>
    <message>
        <source>Choose “authenticator app” there.</source>
        <translation>Wählen Sie dort „Authenticator-App“.</translation>
    </message>
    <message>
        <source>Scan the QR code that the site then shows.</source>
        <translation>Scannen Sie den QR-Code, den die Website dann anzeigt.</translation>
    </message>
    <message>
        <source>This is a link to a web page, not an account. Scan the QR code that the site shows for an authenticator app.</source>
        <translation>Das ist ein Link zu einer Webseite, kein Konto. Scannen Sie den QR-Code, den die Website für eine Authenticator-App anzeigt.</translation>
    </message>
    <message>
        <source>This is a link to a web page at %1, not an account. Scan the QR code that the site shows for an authenticator app.</source>
        <translation>Das ist ein Link zu einer Webseite bei %1, kein Konto. Scannen Sie den QR-Code, den die Website für eine Authenticator-App anzeigt.</translation>
    </message>
    <message>
        <source>This code is not an account</source>
        <translation>Dieser Code ist kein Konto</translation>
    </message>
    <message>
        <source>Scan the QR code that the site shows for an authenticator app.</source>
        <translation>Scannen Sie den QR-Code, den die Website für eine Authenticator-App anzeigt.</translation>
    </message>
    <message>
        <source>This code is for a passkey on a phone</source>
        <translation>Dieser Code ist für einen Passkey auf einem Telefon</translation>
    </message>
    <message>
        <source>Scan it with the phone’s own camera, or choose another way to sign in.</source>
        <translation>Scannen Sie ihn mit der Kamera des Telefons, oder wählen Sie eine andere Art der Anmeldung.</translation>
    </message>
    <message>
        <source>This code is for a wireless network</source>
        <translation>Dieser Code ist für ein WLAN</translation>
    </message>
    <message>
        <source>It is not an account; your system’s network settings can join the network.</source>
        <translation>Er ist kein Konto; mit dem WLAN verbinden Sie sich in den Netzwerkeinstellungen Ihres Systems.</translation>
    </message>
    <message>
        <source>This text is not an account</source>
        <translation>Dieser Text ist kein Konto</translation>
    </message>
    <message>
        <source>An account is a link that begins with otpauth:// or a key of the letters A to Z and the digits 2 to 7.</source>
        <translation>Ein Konto ist ein Link, der mit otpauth:// beginnt, oder ein Schlüssel aus den Buchstaben A bis Z und den Ziffern 2 bis 7.</translation>
    </message>
    <message>
        <source>This is not text, so it is no account</source>
        <translation>Das ist kein Text und deshalb kein Konto</translation>
    </message>
    <message>
        <source>This code is for %1</source>
        <translation>Dieser Code ist für %1</translation>
    </message>
    <message>
        <source>This code works only with the app %1.</source>
        <translation>Dieser Code funktioniert nur mit der App %1.</translation>
    </message>
    <message>
        <source>Choose “a different authenticator app” or a code that changes (TOTP).</source>
        <translation>Wählen Sie „eine andere Authenticator-App“ oder einen wechselnden Code (TOTP).</translation>
    </message>
    <message>
        <source>If that choice is missing, your organisation has turned it off; ask your IT desk to allow other authenticator apps.</source>
        <translation>Wenn diese Auswahl fehlt, hat Ihre Organisation sie abgeschaltet; bitten Sie Ihre IT-Abteilung, andere Authenticator-Apps zu erlauben.</translation>
    </message>
    <message>
        <source>This code works only with the app %1; go back one page, choose “a different authenticator app” or a code that changes (TOTP), and scan the code shown there.</source>
        <translation>Dieser Code funktioniert nur mit der App %1; gehen Sie eine Seite zurück, wählen Sie „eine andere Authenticator-App“ oder einen wechselnden Code (TOTP) und scannen Sie den Code, der dort gezeigt wird.</translation>
    </message>
    <message>
        <source>This code links a device to %1</source>
        <translation>Dieser Code verknüpft ein Gerät mit %1</translation>
    </message>
    <message>
        <source>It is not an account; scan it with %1 on your phone, in its settings for linked devices.</source>
        <translation>Er ist kein Konto; scannen Sie ihn mit %1 auf Ihrem Telefon, in den Einstellungen für verknüpfte Geräte.</translation>
    </message>
    <message>
        <source>This code links a device to %1; scan it with %1 on your phone, in its settings for linked devices.</source>
        <translation>Dieser Code verknüpft ein Gerät mit %1; scannen Sie ihn mit %1 auf Ihrem Telefon, in den Einstellungen für verknüpfte Geräte.</translation>
    </message>
    <message>
        <source>This code signs you in to Steam</source>
        <translation>Dieser Code meldet Sie bei Steam an</translation>
    </message>
    <message>
        <source>It is not an account; scan it with the Steam app on a phone, or sign in with your password instead.</source>
        <translation>Er ist kein Konto; scannen Sie ihn mit der Steam-App auf einem Telefon, oder melden Sie sich stattdessen mit Ihrem Passwort an.</translation>
    </message>
    <message>
        <source>This code signs you in to Steam; scan it with the Steam app on a phone, or sign in with your password instead.</source>
        <translation>Dieser Code meldet Sie bei Steam an; scannen Sie ihn mit der Steam-App auf einem Telefon, oder melden Sie sich stattdessen mit Ihrem Passwort an.</translation>
    </message>
    <message>
        <source>It holds one or more accounts.</source>
        <translation>Er enthält ein oder mehrere Konten.</translation>
    </message>
    <message>
        <source>This code is somebody’s contact card</source>
        <translation>Dieser Code ist eine Visitenkarte</translation>
    </message>
    <message>
        <source>It is not an account; an address book or a phone’s camera can read it.</source>
        <translation>Er ist kein Konto; ein Adressbuch oder die Kamera eines Telefons kann ihn lesen.</translation>
    </message>
    <message>
        <source>This code is for a payment</source>
        <translation>Dieser Code ist für eine Zahlung</translation>
    </message>
    <message>
        <source>It is not an account; your bank’s app can pay with it.</source>
        <translation>Er ist kein Konto; die App Ihrer Bank kann damit zahlen.</translation>
    </message>
    <message>
        <source>This code is a boarding pass</source>
        <translation>Dieser Code ist eine Bordkarte</translation>
    </message>
    <message>
        <source>It is not an account; show it at the airport, and to nobody else: your booking is in it.</source>
        <translation>Er ist kein Konto; zeigen Sie ihn am Flughafen und sonst niemandem: Ihre Buchung steht darin.</translation>
    </message>
    <message>
        <source>This is another kind of barcode, as tickets and parcels have</source>
        <translation>Das ist eine andere Art von Strichcode, wie ihn Fahrkarten und Pakete haben</translation>
    </message>
    <message>
        <source>An account’s code is a QR code, with a square in three corners; scan the one that the site shows for an authenticator app.</source>
        <translation>Der Code eines Kontos ist ein QR-Code mit einem Quadrat in drei Ecken; scannen Sie den, den der Anbieter für eine Authenticator-App zeigt.</translation>
    </message>
    <message>
        <source>It sets up questions to approve or deny, in a way that this version does not know.</source>
        <translation>Er richtet Fragen zum Genehmigen oder Ablehnen ein, auf eine Weise, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>This code sets up sign-ins to approve, in a way that this version does not know. Choose a code that changes (TOTP) at the site instead.</source>
        <translation>Dieser Code richtet Anmeldungen zum Genehmigen ein, auf eine Weise, die diese Version nicht kennt. Wählen Sie auf der Website stattdessen einen wechselnden Code (TOTP).</translation>
    </message>
</context>
<context>
    <name>PasswordWords</name>
    <message>
        <source>At least 8 characters. Several words in a row are easy to keep in mind.</source>
        <translation>Mindestens 8 Zeichen. Mehrere Wörter hintereinander lassen sich gut merken.</translation>
    </message>
    <message numerus="yes">
        <source>At least 8 characters: %n more.</source>
        <translation>
            <numerusform>Mindestens 8 Zeichen: noch %n.</numerusform>
            <numerusform>Mindestens 8 Zeichen: noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is among the first that are tried. Several words in a row are better.</source>
        <translation>So etwas wird als Erstes versucht. Mehrere Wörter hintereinander sind besser.</translation>
    </message>
    <message>
        <source>This will do. A longer one withstands more guessing.</source>
        <translation>Das genügt. Ein längeres hält mehr Versuchen stand.</translation>
    </message>
    <message>
        <source>This is long enough to withstand much guessing.</source>
        <translation>Lang genug, um sehr vielen Versuchen standzuhalten.</translation>
    </message>
</context>
<context>
    <name>PushText</name>
    <message>
        <source>Have the service show a new QR code and scan that.</source>
        <translation>Lassen Sie sich vom Dienst einen neuen QR-Code zeigen und scannen Sie diesen.</translation>
    </message>
    <message>
        <source>Nothing is sent again. If you are still signing in, start the sign-in once more.</source>
        <translation>Es wird nichts noch einmal gesendet. Wenn Sie sich noch anmelden möchten, beginnen Sie die Anmeldung von vorn.</translation>
    </message>
    <message>
        <source>If it stays so, tell the IT desk for %1.</source>
        <translation>Wenn es dabei bleibt, sagen Sie der IT-Beratung für %1 Bescheid.</translation>
    </message>
    <message>
        <source>Then try again; the QR code was not used up.</source>
        <translation>Versuchen Sie es dann noch einmal; der QR-Code ist nicht verbraucht.</translation>
    </message>
    <message>
        <source>Watchword goes on asking by itself.</source>
        <translation>Watchword fragt von selbst weiter nach.</translation>
    </message>
    <message>
        <source>Then try again.</source>
        <translation>Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>See that your keychain is unlocked and the disk is not full, then try again.</source>
        <translation>Sehen Sie nach, ob Ihr Schlüsselbund entsperrt und der Datenträger nicht voll ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The account could not be saved, so the service was not told of it.</source>
        <translation>Das Konto konnte nicht gespeichert werden; der Dienst hat deshalb nichts davon erfahren.</translation>
    </message>
    <message>
        <source>What was found out could not be saved.</source>
        <translation>Was nachgefragt wurde, konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Your answer could not be saved, so it was not sent.</source>
        <translation>Ihre Antwort konnte nicht gespeichert werden; sie wurde deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 did not accept this computer’s signature.</source>
        <translation>%1 hat die Signatur dieses Computers nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 does not know this account, or knows it with another key.</source>
        <translation>%1 kennt dieses Konto nicht, oder mit einem anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Perhaps it was deleted there, or set up on another device. Nothing was removed here; set it up again if you still need it.</source>
        <translation>Vielleicht wurde es dort gelöscht oder auf einem anderen Gerät eingerichtet. Hier wurde nichts entfernt; richten Sie es neu ein, wenn Sie es noch brauchen.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own at the moment.</source>
        <translation>%1 hat im Augenblick selbst eine Störung.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered with an error.</source>
        <translation>%1 hat mit einem Fehler geantwortet.</translation>
    </message>
    <message>
        <source>%1 answered with the error %2.</source>
        <translation>%1 hat mit dem Fehler %2 geantwortet.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not from an authority that this computer trusts, so nothing was sent.</source>
        <translation>Das Zertifikat von %1 stammt von keiner Stelle, der dieser Computer vertraut; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Many institutions have an authority of their own: ask the IT desk for its certificate as a file, and choose that.</source>
        <translation>Viele Einrichtungen haben eine eigene Zertifizierungsstelle: Bitten Sie die IT-Beratung um deren Zertifikat als Datei und wählen Sie diese.</translation>
    </message>
    <message>
        <source>Perhaps the network wants you to sign in first: open any web page. If it does not, ask the IT desk whether the certificate was changed.</source>
        <translation>Vielleicht verlangt das Netz zuerst eine Anmeldung: Öffnen Sie irgendeine Webseite. Wenn nicht, fragen Sie die IT-Beratung, ob das Zertifikat gewechselt wurde.</translation>
    </message>
    <message>
        <source>The request wants its answer sent to another server than %1.</source>
        <translation>Die Antwort auf die Anfrage soll an einen anderen Server als %1 gehen.</translation>
    </message>
    <message>
        <source>The request wants its answer sent to %1, but the account belongs to %2.</source>
        <translation>Die Antwort auf die Anfrage soll an %1 gehen, aber das Konto gehört zu %2.</translation>
    </message>
    <message>
        <source>It cannot be answered. Tell the IT desk for %1 of it.</source>
        <translation>Sie kann nicht beantwortet werden. Sagen Sie der IT-Beratung für %1 Bescheid.</translation>
    </message>
    <message>
        <source>Watchword made a mistake of its own; nothing was sent.</source>
        <translation>Watchword hat selbst einen Fehler gemacht; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Please try again, and report it when it happens again.</source>
        <translation>Bitte versuchen Sie es noch einmal, und melden Sie es, wenn es wieder geschieht.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Sie haben es abgebrochen.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Sie können jederzeit neu beginnen.</translation>
    </message>
    <message>
        <source>That does not set up approving of sign-ins.</source>
        <translation>Damit wird kein Genehmigen von Anmeldungen eingerichtet.</translation>
    </message>
    <message>
        <source>Show the QR code of the service once more and scan it.</source>
        <translation>Zeigen Sie den QR-Code des Dienstes noch einmal an und scannen Sie ihn.</translation>
    </message>
    <message>
        <source>The QR code is of a newer kind than this Watchword understands.</source>
        <translation>Der QR-Code ist von neuerer Art, als dieses Watchword versteht.</translation>
    </message>
    <message>
        <source>Install a newer Watchword, or choose another method at the service.</source>
        <translation>Installieren Sie ein neueres Watchword, oder wählen Sie beim Dienst ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>The QR code is incomplete or contradicts itself.</source>
        <translation>Der QR-Code ist unvollständig oder widerspricht sich.</translation>
    </message>
    <message>
        <source>The QR code names an address that is not safe to talk to.</source>
        <translation>Der QR-Code nennt eine Adresse, mit der nicht sicher gesprochen werden kann.</translation>
    </message>
    <message>
        <source>Only addresses that begin with https:// are. Ask the service’s IT desk for a new QR code.</source>
        <translation>Sicher sind nur Adressen, die mit https:// beginnen. Bitten Sie die IT-Beratung des Dienstes um einen neuen QR-Code.</translation>
    </message>
    <message>
        <source>The QR code gives the account a serial number that cannot be signed safely.</source>
        <translation>Der QR-Code gibt dem Konto eine Seriennummer, die sich nicht sicher signieren lässt.</translation>
    </message>
    <message>
        <source>Ask the service’s IT desk for a new QR code.</source>
        <translation>Bitten Sie die IT-Beratung des Dienstes um einen neuen QR-Code.</translation>
    </message>
    <message>
        <source>%1 wants Watchword to ask for a password before each approval, which it cannot do yet.</source>
        <translation type="vanished">%1 verlangt, dass Watchword vor jeder Genehmigung nach einem Passwort fragt; das kann es noch nicht.</translation>
    </message>
    <message>
        <source>So the account was not set up. Ask the IT desk for a QR code without that, or choose another method at the service.</source>
        <translation type="vanished">Das Konto wurde deshalb nicht eingerichtet. Bitten Sie die IT-Beratung um einen QR-Code ohne diese Forderung, oder wählen Sie beim Dienst ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>The request’s time is over.</source>
        <translation>Die Zeit der Anfrage ist abgelaufen.</translation>
    </message>
    <message>
        <source>The QR code’s time is over.</source>
        <translation>Die Zeit des QR-Codes ist abgelaufen.</translation>
    </message>
    <message>
        <source>A request came that %1 had not signed.</source>
        <translation>Es kam eine Anfrage, die %1 nicht signiert hat.</translation>
    </message>
    <message>
        <source>It is not shown, and nothing was sent. If it happens often, tell the IT desk.</source>
        <translation>Sie wird nicht angezeigt, und es wurde nichts gesendet. Wenn es öfter geschieht, sagen Sie der IT-Beratung Bescheid.</translation>
    </message>
    <message>
        <source>That is not among the choices that were sent.</source>
        <translation>Das gehört nicht zu dem, was zur Auswahl gesendet wurde.</translation>
    </message>
    <message>
        <source>Look once more at the page where you sign in. If the next one is wrong too, the sign-in is denied.</source>
        <translation>Sehen Sie noch einmal auf der Seite nach, auf der Sie sich anmelden. Ist auch die nächste Eingabe falsch, wird die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a server for sign-in requests.</source>
        <translation>Was unter %1 antwortet, ist kein Server für Anmeldeanfragen.</translation>
    </message>
    <message>
        <source>Perhaps the network wants you to sign in first: open any web page.</source>
        <translation>Vielleicht verlangt das Netz zuerst eine Anmeldung: Öffnen Sie irgendeine Webseite.</translation>
    </message>
    <message>
        <source>The QR code was used before, or withdrawn.</source>
        <translation>Der QR-Code wurde schon benutzt oder zurückgezogen.</translation>
    </message>
    <message>
        <source>%1 did not accept the QR code.</source>
        <translation>%1 hat den QR-Code nicht angenommen.</translation>
    </message>
    <message>
        <source>The clocks of this computer and of %1 differ by more than a minute.</source>
        <translation>Die Uhren dieses Computers und von %1 weichen um mehr als eine Minute voneinander ab.</translation>
    </message>
    <message>
        <source>Have the desktop’s settings set date and time automatically.</source>
        <translation>Lassen Sie Datum und Uhrzeit in den Einstellungen der Arbeitsumgebung automatisch stellen.</translation>
    </message>
    <message>
        <source>%1 does not let programs ask whether a sign-in waits.</source>
        <translation>%1 lässt Programme nicht nachfragen, ob eine Anmeldung wartet.</translation>
    </message>
    <message>
        <source>Ask its IT desk to allow polling for your account.</source>
        <translation>Bitten Sie die zuständige IT-Beratung, das Nachfragen („Polling“) für Ihr Konto zu erlauben.</translation>
    </message>
    <message>
        <source>%1 sent a key that is too weak, or of a kind that Watchword does not know.</source>
        <translation>%1 hat einen Schlüssel gesendet, der zu schwach ist oder von einer Art, die Watchword nicht kennt.</translation>
    </message>
    <message>
        <source>Tell its IT desk; the account cannot be used.</source>
        <translation>Sagen Sie der zuständigen IT-Beratung Bescheid; das Konto kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>See that the network is connected, and the VPN if the service needs one.</source>
        <translation>Sehen Sie nach, ob das Netz verbunden ist, und auch das VPN, falls der Dienst eines braucht.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered with far more than an answer has, and the rest was not read.</source>
        <translation>%1 hat mit weit mehr geantwortet, als zu einer Antwort gehört; der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 sends Watchword on to another address, where it does not go.</source>
        <translation>%1 schickt Watchword an eine andere Adresse weiter; dorthin geht es nicht.</translation>
    </message>
    <message>
        <source>The network’s proxy wants a user name and password, so nothing reached %1.</source>
        <translation>Der Proxy des Netzes verlangt Benutzernamen und Passwort; deshalb hat %1 nichts erreicht.</translation>
    </message>
    <message>
        <source>Ask the IT desk for a way to %1 without signing in to the proxy.</source>
        <translation>Bitten Sie die IT-Beratung um einen Weg zu %1 ohne Anmeldung am Proxy.</translation>
    </message>
    <message>
        <source>The proxy that your system names does not answer.</source>
        <translation>Der Proxy, den Ihr System nennt, antwortet nicht.</translation>
    </message>
    <message>
        <source>Look at the proxy in the network settings.</source>
        <translation>Prüfen Sie den Proxy in den Netzwerkeinstellungen.</translation>
    </message>
    <message>
        <source>The certificate that was shown is not one of %1, so nothing was sent.</source>
        <translation>Das vorgezeigte Zertifikat gehört nicht zu %1; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired or is not valid yet, so nothing was sent.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen oder noch nicht gültig; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>See that this computer’s date is right; if it is, tell the IT desk.</source>
        <translation>Sehen Sie nach, ob das Datum dieses Computers stimmt; wenn ja, sagen Sie der IT-Beratung Bescheid.</translation>
    </message>
    <message>
        <source>%1 shows another key than the one that you confirmed, so nothing was sent.</source>
        <translation>%1 zeigt einen anderen Schlüssel als den, den Sie bestätigt haben; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Somebody may stand between you and the server. Ask the IT desk whether the certificate was changed, and only then set the account up again.</source>
        <translation>Vielleicht steht jemand zwischen Ihnen und dem Server. Fragen Sie die IT-Beratung, ob das Zertifikat gewechselt wurde, und richten Sie das Konto erst dann neu ein.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 could be made, so nothing was sent.</source>
        <translation>Es kam keine verschlüsselte Verbindung zu %1 zustande; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Try another network.</source>
        <translation>Versuchen Sie es in einem anderen Netz.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Sekunde</numerusform>
            <numerusform>Noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Are you signing in to %1?</source>
        <translation>Melden Sie sich bei %1 an?</translation>
    </message>
    <message>
        <source>Approve only if you started this sign-in yourself, just now.</source>
        <translation>Genehmigen Sie nur, wenn Sie diese Anmeldung gerade eben selbst begonnen haben.</translation>
    </message>
    <message>
        <source>Saving your answer…</source>
        <translation>Ihre Antwort wird gespeichert …</translation>
    </message>
    <message>
        <source>It is sent once it is saved; your keychain may ask for its password first.</source>
        <translation>Sie wird gesendet, sobald sie gespeichert ist; vielleicht fragt der Schlüsselbund vorher nach seinem Passwort.</translation>
    </message>
    <message>
        <source>Waiting for %1…</source>
        <translation>Warten auf %1 …</translation>
    </message>
    <message>
        <source>You approved. The sign-in goes on when the server has confirmed it.</source>
        <translation>Sie haben genehmigt. Die Anmeldung geht weiter, wenn der Server es bestätigt hat.</translation>
    </message>
    <message>
        <source>You denied. The server is being told.</source>
        <translation>Sie haben abgelehnt. Der Server wird benachrichtigt.</translation>
    </message>
    <message>
        <source>The server may not have heard you</source>
        <translation>Der Server hat Sie vielleicht nicht gehört</translation>
    </message>
    <message>
        <source>You approved.</source>
        <translation>Sie haben genehmigt.</translation>
    </message>
    <message>
        <source>You denied.</source>
        <translation>Sie haben abgelehnt.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>%1 confirmed it. You can go back to your browser.</source>
        <translation>%1 hat es bestätigt. Sie können zurück zu Ihrem Browser.</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1 confirmed it.</source>
        <translation>%1 hat es bestätigt.</translation>
    </message>
    <message>
        <source>The server did not take your answer</source>
        <translation>Der Server hat Ihre Antwort nicht angenommen</translation>
    </message>
    <message>
        <source>Perhaps what you typed was wrong, the time was over, or another device had answered. %1 does not say which. If you are still signing in, start the sign-in once more.</source>
        <translation>Vielleicht war die Eingabe falsch, die Zeit abgelaufen, oder ein anderes Gerät hatte geantwortet. %1 sagt nicht, was davon. Wenn Sie sich noch anmelden möchten, beginnen Sie die Anmeldung von vorn.</translation>
    </message>
    <message>
        <source>Perhaps the time was over, or another device had answered. %1 does not say which. If you are still signing in, start the sign-in once more.</source>
        <translation>Vielleicht war die Zeit abgelaufen, oder ein anderes Gerät hatte geantwortet. %1 sagt nicht, was davon. Wenn Sie sich noch anmelden möchten, beginnen Sie die Anmeldung von vorn.</translation>
    </message>
    <message>
        <source>The server answered with an error</source>
        <translation>Der Server hat mit einem Fehler geantwortet</translation>
    </message>
    <message>
        <source>Expired at %1</source>
        <translation>Abgelaufen um %1</translation>
    </message>
    <message>
        <source>Nothing was approved. If you are still signing in, start the sign-in once more.</source>
        <translation>Es wurde nichts genehmigt. Wenn Sie sich noch anmelden möchten, beginnen Sie die Anmeldung von vorn.</translation>
    </message>
    <message>
        <source>The server does not ask any more</source>
        <translation>Der Server fragt nicht mehr</translation>
    </message>
    <message>
        <source>%1 may have heard your answer before that, or not: nothing confirmed it. The page where you sign in shows what came of it.</source>
        <translation>%1 hat Ihre Antwort vorher vielleicht noch gehört, vielleicht nicht: Bestätigt wurde nichts. Die Seite, auf der Sie sich anmelden, zeigt, was daraus wurde.</translation>
    </message>
    <message>
        <source>%1 has probably heard your answer after all, or another device has answered. The page where you sign in shows what came of it.</source>
        <translation>%1 hat Ihre Antwort wahrscheinlich doch gehört, oder ein anderes Gerät hat geantwortet. Die Seite, auf der Sie sich anmelden, zeigt, was daraus wurde.</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Anderswo beantwortet</translation>
    </message>
    <message>
        <source>%1 does not ask any more: another device has answered, or the sign-in was cancelled.</source>
        <translation>%1 fragt nicht mehr: Ein anderes Gerät hat geantwortet, oder die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This request wants its answer sent to another server</source>
        <translation>Die Antwort soll an einen anderen Server gehen</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Perhaps not heard</source>
        <translation>Vielleicht nicht gehört</translation>
    </message>
    <message>
        <source>Not taken by the server</source>
        <translation>Vom Server nicht angenommen</translation>
    </message>
    <message>
        <source>Answered with an error</source>
        <translation>Mit einem Fehler beantwortet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Refused: for another server</source>
        <translation>Abgewiesen: für einen anderen Server</translation>
    </message>
    <message>
        <source>Setting up was not finished</source>
        <translation>Das Einrichten wurde nicht beendet</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>Letzter Kontakt %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Server wird gefragt …</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Noch kein Kontakt</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 ahead of this computer’s. Sign-in requests work all the same.</source>
        <translation>Die Uhr von %1 geht gegenüber der dieses Computers %2 vor. Anmeldeanfragen funktionieren trotzdem.</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 behind this computer’s. Sign-in requests work all the same.</source>
        <translation>Die Uhr von %1 geht gegenüber der dieses Computers %2 nach. Anmeldeanfragen funktionieren trotzdem.</translation>
    </message>
    <message>
        <source>Quiet until %1, after two denials</source>
        <translation>Still bis %1, nach zwei Ablehnungen</translation>
    </message>
    <message>
        <source>You denied twice within ten minutes, so requests of %1 no longer pop up until %2. They are still in Watchword’s list. If it was not you who signed in, somebody may know your password: change it.</source>
        <translation>Sie haben zweimal innerhalb von zehn Minuten abgelehnt; bis %2 öffnen Anfragen von %1 deshalb kein Fenster mehr. In der Liste von Watchword stehen sie weiterhin. Wenn nicht Sie sich angemeldet haben, kennt vielleicht jemand Ihr Passwort: Ändern Sie es.</translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in(s) waiting</source>
        <translation>
            <numerusform>%n Anmeldung wartet</numerusform>
            <numerusform>%n Anmeldungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) came without the signature of a server that you set up. Nothing of that was shown.</source>
        <translation>
            <numerusform>%n Anfrage kam ohne die Signatur eines Servers, den Sie eingerichtet haben. Davon wurde nichts angezeigt.</numerusform>
            <numerusform>%n Anfragen kamen ohne die Signatur eines Servers, den Sie eingerichtet haben. Davon wurde nichts angezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wants Watchword to ask for a password before each approval.</source>
        <translation>%1 verlangt, dass Watchword vor jeder Genehmigung nach einem Passwort fragt.</translation>
    </message>
    <message>
        <source>Your accounts are in the keychain, which opens with your session and asks for none. Give them a password of their own, and this goes on with the same QR code. Nothing was sent yet.</source>
        <translation>Ihre Konten liegen im Schlüsselbund, der sich mit Ihrer Sitzung öffnet und nach keinem fragt. Geben Sie ihnen ein eigenes Passwort, dann geht es mit demselben QR-Code weiter. Noch wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>TrayState</name>
    <message>
        <source>Sign-ins are not checked while the keychain is locked</source>
        <translation>Anmeldungen werden nicht abgefragt, solange der Schlüsselbund gesperrt ist</translation>
    </message>
    <message>
        <source>Sign-ins are not checked until the keychain can be read</source>
        <translation type="vanished">Anmeldungen werden erst abgefragt, wenn der Schlüsselbund gelesen werden kann</translation>
    </message>
    <message>
        <source>Sign-ins are not checked while the session is locked</source>
        <translation>Anmeldungen werden nicht abgefragt, solange die Sitzung gesperrt ist</translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in(s) waiting</source>
        <translation type="obsolete">
            <numerusform>%n Anmeldung wartet</numerusform>
            <numerusform>%n Anmeldungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Sign-ins are not checked while Watchword is locked</source>
        <translation>Anmeldungen werden nicht abgefragt, solange Watchword gesperrt ist</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Sign-ins are not checked until your accounts can be read</source>
        <translation>Anmeldungen werden erst abgefragt, wenn Ihre Konten gelesen werden können</translation>
    </message>
    <message>
        <source>Watchword is locked</source>
        <translation>Watchword ist gesperrt</translation>
    </message>
</context>
<context>
    <name>WarningWords</name>
    <message>
        <source>The keychain holds an older copy of your accounts.</source>
        <translation>Der Schlüsselbund enthält eine ältere Kopie Ihrer Konten.</translation>
    </message>
    <message>
        <source>Look whether one is missing, and set that one up anew at its site.</source>
        <translation>Sehen Sie nach, ob eines fehlt, und richten Sie dieses auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>The secret of an account is missing in the keychain.</source>
        <translation>Der Schlüssel eines Kontos fehlt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Set the account up anew at its site.</source>
        <translation>Richten Sie das Konto auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>The file with the order of your accounts was damaged; no account is lost.</source>
        <translation>Die Datei mit der Reihenfolge Ihrer Konten war beschädigt; es ist kein Konto verloren.</translation>
    </message>
    <message>
        <source>Watchword has made a new one and kept the old one beside it.</source>
        <translation>Watchword hat eine neue angelegt und die alte daneben aufbewahrt.</translation>
    </message>
    <message>
        <source>The order of your accounts could not be saved; no account is lost.</source>
        <translation>Die Reihenfolge Ihrer Konten konnte nicht gespeichert werden; es ist kein Konto verloren.</translation>
    </message>
    <message>
        <source>Look whether the disk is full.</source>
        <translation>Prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Watchword may not read the file with the order of your accounts; no account is lost.</source>
        <translation>Watchword darf die Datei mit der Reihenfolge Ihrer Konten nicht lesen; kein Konto ist verloren.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and change Watchword’s folder and “book” in it.</source>
        <translation>Geben Sie sich das Recht, Watchwords Ordner und die Datei „book“ darin zu lesen und zu ändern.</translation>
    </message>
    <message>
        <source>Only one of the two copies in the keychain is up to date.</source>
        <translation>Nur eine der beiden Kopien im Schlüsselbund ist aktuell.</translation>
    </message>
    <message>
        <source>The next change makes it good.</source>
        <translation>Die nächste Änderung bringt das in Ordnung.</translation>
    </message>
    <message>
        <source>The file with your accounts was damaged; this is the copy from before the last change.</source>
        <translation>Die Datei mit Ihren Konten war beschädigt; dies ist die Kopie von vor der letzten Änderung.</translation>
    </message>
    <message>
        <source>Look whether an account is missing. The next change makes a new file and keeps the damaged one.</source>
        <translation>Sehen Sie nach, ob ein Konto fehlt. Die nächste Änderung legt eine neue Datei an und behält die beschädigte.</translation>
    </message>
    <message>
        <source>Your accounts have a password now, but an older copy of them is still in the keychain.</source>
        <translation>Ihre Konten haben jetzt ein Passwort, aber im Schlüsselbund liegt noch eine ältere Kopie von ihnen.</translation>
    </message>
    <message>
        <source>Watchword tries again at its next start. You can also delete the items “Watchword” yourself.</source>
        <translation>Watchword versucht es beim nächsten Start noch einmal. Sie können die Einträge „Watchword“ auch selbst löschen.</translation>
    </message>
    <message>
        <source>The copy “book.1” of your accounts still opens with the password or key of before.</source>
        <translation>Die Kopie „book.1“ Ihrer Konten lässt sich noch mit dem früheren Passwort oder Schlüssel öffnen.</translation>
    </message>
    <message>
        <source>Look whether the disk is full. Watchword tries again at its next start.</source>
        <translation>Sehen Sie nach, ob der Datenträger voll ist. Watchword versucht es beim nächsten Start noch einmal.</translation>
    </message>
    <message>
        <source>Your keyring has no password: secrets in it lie in clear on the disk, and GNOME Keyring can lose them. Watchword saves nothing there.</source>
        <translation>Ihr Schlüsselbund hat kein Passwort: Geheimnisse darin liegen lesbar auf der Platte, und der GNOME-Schlüsselbund kann sie verlieren. Watchword speichert dort nichts.</translation>
    </message>
    <message>
        <source>Use a password for Watchword, or give the keyring one.</source>
        <translation>Verwenden Sie für Watchword ein Passwort, oder geben Sie dem Schlüsselbund eines.</translation>
    </message>
    <message>
        <source>Among your accounts is something that this version does not understand.</source>
        <translation>Unter Ihren Konten ist etwas, das diese Version nicht versteht.</translation>
    </message>
    <message>
        <source>It is kept as it is, and the other accounts work without it.</source>
        <translation>Es bleibt, wie es ist, und die anderen Konten funktionieren auch so.</translation>
    </message>
    <message>
        <source>Secrets in memory could not be kept from the swap file.</source>
        <translation>Geheimnisse im Arbeitsspeicher konnten nicht vor der Auslagerung auf den Datenträger geschützt werden.</translation>
    </message>
    <message>
        <source>Raise the limit of locked memory (ulimit -l), or encrypt the swap.</source>
        <translation>Erhöhen Sie die Grenze für gesperrten Speicher (ulimit -l), oder verschlüsseln Sie den Auslagerungsspeicher.</translation>
    </message>
</context>
<context>
    <name>watchword::app::AboutDialog</name>
    <message>
        <source>About Watchword</source>
        <translation>Über Watchword</translation>
    </message>
    <message>
        <source>Watchword %1</source>
        <translation>Watchword %1</translation>
    </message>
    <message>
        <source>Sign-in codes, kept in your computer’s own keychain. No account, no cloud, no telemetry.</source>
        <translation type="vanished">Anmeldecodes, aufbewahrt im Schlüsselbund Ihres Computers. Ohne Benutzerkonto, ohne Cloud, ohne Telemetrie.</translation>
    </message>
    <message>
        <source>© 2026 The Watchword authors. Free software under the GNU General Public License, version 3 or later; there is no warranty.</source>
        <translation>© 2026 The Watchword authors. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne Gewährleistung.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sign-in codes, kept in your computer’s own keychain or under a password of yours. No account, no cloud, no telemetry.</source>
        <translation>Anmeldecodes, aufbewahrt im Schlüsselbund Ihres Computers oder unter einem Passwort von Ihnen. Kein Konto, keine Cloud, keine Telemetrie.</translation>
    </message>
</context>
<context>
    <name>watchword::app::AccountDelegate</name>
    <message>
        <source>Next code</source>
        <translation type="vanished">Nächster Code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation type="vanished">braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Zähler %1</translation>
    </message>
    <message>
        <source>next</source>
        <translation type="vanished">nächster</translation>
    </message>
    <message>
        <source>Needs attention: no code can be made</source>
        <translation>Braucht Aufmerksamkeit: kein Code möglich</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>account, group</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>watchword::app::AccountList</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Show this code for half a minute</source>
        <translation>Diesen Code eine halbe Minute zeigen</translation>
    </message>
    <message>
        <source>Hide this code</source>
        <translation>Diesen Code verbergen</translation>
    </message>
    <message>
        <source>More to do with this account</source>
        <translation>Mehr zu diesem Konto</translation>
    </message>
    <message>
        <source>Make the next code</source>
        <translation>Den nächsten Code bilden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>issuer, account</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>Next code</source>
        <translation>Nächster Code</translation>
    </message>
    <message>
        <source>Approve / Deny</source>
        <translation>Genehmigen / Ablehnen</translation>
    </message>
</context>
<context>
    <name>watchword::app::AccountModel</name>
    <message>
        <source>%1, %2</source>
        <comment>issuer, account</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, needs attention: no code can be made</source>
        <translation>%1, braucht Ihre Aufmerksamkeit: Es kann kein Code berechnet werden</translation>
    </message>
    <message>
        <source>%1, counter code, press Enter for the next code</source>
        <translation>%1, Code mit Zähler, Eingabetaste für den nächsten Code</translation>
    </message>
    <message>
        <source>%1, code hidden</source>
        <translation>%1, Code verborgen</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, Code %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, code %2, %n second(s) left</source>
        <translation>
            <numerusform>%1, Code %2, noch %n Sekunde</numerusform>
            <numerusform>%1, Code %2, noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next code %2</source>
        <translation>%1, nächster Code %2</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1, group %2</source>
        <translation>%1, Gruppe %2</translation>
    </message>
    <message>
        <source>%1, Approve / Deny, needs attention: %2</source>
        <translation>%1, Genehmigen / Ablehnen, braucht Aufmerksamkeit: %2</translation>
    </message>
    <message>
        <source>%1, Approve / Deny, %2</source>
        <translation>%1, Genehmigen / Ablehnen, %2</translation>
    </message>
    <message>
        <source>Not asked while the session is locked</source>
        <translation>Wird nicht gefragt, solange die Sitzung gesperrt ist</translation>
    </message>
</context>
<context>
    <name>watchword::app::AddAccount</name>
    <message>
        <source>Open pictures of QR codes</source>
        <translation type="vanished">Bilder von QR-Codes öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation type="vanished">Bilder (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>1 account was added.</source>
        <translation>1 Konto wurde hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were added.</source>
        <translation>
            <numerusform>%n Konto wurde hinzugefügt.</numerusform>
            <numerusform>%n Konten wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>There is no QR code on your screen</source>
        <translation>Auf Ihrem Bildschirm ist kein QR-Code</translation>
    </message>
    <message>
        <source>This is what was looked at. Make the whole code visible, as large as it goes, and try again.</source>
        <translation>Das wurde durchsucht. Machen Sie den ganzen Code sichtbar, so groß wie möglich, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again in 3 seconds</source>
        <translation>Erneut in 3 Sekunden</translation>
    </message>
    <message>
        <source>Scan the screen</source>
        <translation>Bildschirm scannen</translation>
    </message>
    <message>
        <source>Open a picture file</source>
        <translation>Bilddatei öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Type the key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>1 account was read.</source>
        <translation>1 Konto wurde gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were read.</source>
        <translation>
            <numerusform>%n Konto wurde gelesen.</numerusform>
            <numerusform>%n Konten wurden gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 – scan the next one</source>
        <translation>%1 von %2 – scannen Sie den nächsten</translation>
    </message>
    <message numerus="yes">
        <source>%n exports are not whole yet</source>
        <translation>
            <numerusform>%n Export ist noch nicht vollständig</numerusform>
            <numerusform>%n Exporte sind noch nicht vollständig</numerusform>
        </translation>
    </message>
    <message>
        <source>Google Authenticator shows many accounts as several QR codes. Go on to the next one there and scan it, or open, paste or drop its picture here. Nothing is saved yet.</source>
        <translation>Google Authenticator zeigt viele Konten als mehrere QR-Codes. Gehen Sie dort zum nächsten und scannen Sie ihn, oder öffnen Sie sein Bild, fügen Sie es ein oder ziehen Sie es hierher. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>This one had been read before. %1</source>
        <translation>Dieser wurde schon gelesen. %1</translation>
    </message>
    <message>
        <source>Add accounts</source>
        <translation>Konten hinzufügen</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Export %1</translation>
    </message>
    <message>
        <source>Go on with this account</source>
        <translation>Mit diesem Konto weiter</translation>
    </message>
    <message numerus="yes">
        <source>Go on with these %n accounts</source>
        <translation>
            <numerusform>Mit diesem %n Konto weiter</numerusform>
            <numerusform>Mit diesen %n Konten weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>Before you leave the site’s page, so that you are never locked out:</source>
        <translation>Bevor Sie die Seite des Anbieters verlassen, damit Sie nie ausgesperrt sind:</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Save the site’s recovery codes</source>
        <translation>Wiederherstellungscodes des Anbieters sichern</translation>
    </message>
    <message>
        <source>They let you in when this computer is lost. The site has them in its security settings; print them, or keep them where you keep your papers.</source>
        <translation>Mit ihnen kommen Sie hinein, wenn dieser Computer verloren ist. Der Anbieter zeigt sie in seinen Sicherheitseinstellungen; drucken Sie sie aus oder bewahren Sie sie bei Ihren Unterlagen auf.</translation>
    </message>
    <message>
        <source>Set up a second way in</source>
        <translation>Einen zweiten Zugang einrichten</translation>
    </message>
    <message>
        <source>This account is in this computer’s keychain and nowhere else. Add another method at the site too: a security key, a second device or a phone number.</source>
        <translation type="vanished">Dieses Konto liegt im Schlüsselbund dieses Computers und nirgends sonst. Richten Sie beim Anbieter noch einen anderen Weg ein: einen Sicherheitsschlüssel, ein zweites Gerät oder eine Telefonnummer.</translation>
    </message>
    <message>
        <source>Your desktop has not answered yet</source>
        <translation>Ihr Desktop hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>It was asked for a picture of the screen. Perhaps it first wants to know whether Watchword may see it: answer its question, and this goes on by itself.</source>
        <translation>Er wurde nach einem Bild des Bildschirms gefragt. Vielleicht will er zuerst wissen, ob Watchword ihn sehen darf: Beantworten Sie seine Frage, dann geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open pictures or PDFs with QR codes</source>
        <translation>Bilder oder PDFs mit QR-Codes öffnen</translation>
    </message>
    <message>
        <source>Pictures and PDFs (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.svg *.pdf)</source>
        <translation>Bilder und PDFs (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Still looking for QR codes…</source>
        <translation type="vanished">Die Suche nach QR-Codes dauert noch an …</translation>
    </message>
    <message>
        <source>Still looking for a QR code</source>
        <translation>Es wird noch nach einem QR-Code gesucht</translation>
    </message>
    <message>
        <source>There is much to look at. This takes some seconds and goes on by itself.</source>
        <translation>Es gibt viel anzusehen. Das dauert einige Sekunden und geht von selbst weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n monitor(s) came out in one colour, with nothing in it</source>
        <translation>
            <numerusform>Ein Monitor erscheint einfarbig, und nichts ist darauf</numerusform>
            <numerusform>%n Monitore erscheinen einfarbig, und nichts ist darauf</numerusform>
        </translation>
    </message>
    <message>
        <source>If there is something on it, it does not let itself be captured. Show the code elsewhere.</source>
        <translation>Falls dort etwas zu sehen ist, lässt es sich nicht aufnehmen. Zeigen Sie den Code an anderer Stelle.</translation>
    </message>
    <message>
        <source>Choose an area</source>
        <translation>Bereich wählen</translation>
    </message>
    <message>
        <source>There is no QR code in this area</source>
        <translation>In diesem Bereich ist kein QR-Code</translation>
    </message>
    <message>
        <source>Choose it a little larger than the code. If the code is very small or covered in part, show it larger first.</source>
        <translation>Wählen Sie ihn etwas größer als den Code. Ist der Code sehr klein oder teilweise verdeckt, zeigen Sie ihn zuerst größer an.</translation>
    </message>
    <message>
        <source>Choose another area</source>
        <translation>Anderen Bereich wählen</translation>
    </message>
    <message>
        <source>Use the webcam</source>
        <translation>Webcam benutzen</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message>
        <source>Hold up the next one. %1</source>
        <translation>Halten Sie den nächsten hoch. %1</translation>
    </message>
    <message>
        <source>This account is on this computer and nowhere else. Add another method at the site too: a security key, a second device or a phone number.</source>
        <translation>Dieses Konto gibt es auf diesem Computer und sonst nirgends. Richten Sie bei der Website noch einen anderen Weg ein: einen Sicherheitsschlüssel, ein zweites Gerät oder eine Telefonnummer.</translation>
    </message>
</context>
<context>
    <name>watchword::app::AnnounceRequests</name>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Open Watchword to see it.</source>
        <translation>Öffnen Sie Watchword, um sie zu sehen.</translation>
    </message>
    <message>
        <source>A sign-in is waiting for your answer</source>
        <translation>Eine Anmeldung wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>If you did not start this sign-in, somebody may know your password: change it.</source>
        <translation>Wenn Sie diese Anmeldung nicht begonnen haben, kennt vielleicht jemand Ihr Passwort: Ändern Sie es.</translation>
    </message>
    <message numerus="yes">
        <source>%n more sign-in(s) waiting for your answer</source>
        <translation>
            <numerusform>%n weitere Anmeldung wartet auf Ihre Antwort</numerusform>
            <numerusform>%n weitere Anmeldungen warten auf Ihre Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting</source>
        <translation>
            <numerusform>%n Anfrage wartet</numerusform>
            <numerusform>%n Anfragen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock Watchword to look.</source>
        <translation>Entsperren Sie Watchword, um nachzusehen.</translation>
    </message>
    <message>
        <source>Open Watchword</source>
        <translation>Watchword öffnen</translation>
    </message>
</context>
<context>
    <name>watchword::app::AnswerRequests</name>
    <message>
        <source>A request of %1 was refused: its answer was to go to another server.</source>
        <translation>Eine Anfrage von %1 wurde abgewiesen: Die Antwort sollte an einen anderen Server gehen.</translation>
    </message>
    <message>
        <source>%1 may not have heard your answer.</source>
        <translation>%1 hat Ihre Antwort vielleicht nicht gehört.</translation>
    </message>
    <message>
        <source>Sign-in to %1 as %2, asked by %3</source>
        <translation>Anmeldung bei %1 als %2, gefragt von %3</translation>
    </message>
    <message>
        <source>An account that was removed</source>
        <translation>Ein entferntes Konto</translation>
    </message>
    <message>
        <source>Sign-in history</source>
        <translation>Verlauf der Anmeldungen</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>Verlauf leeren?</translation>
    </message>
    <message>
        <source>The list of past sign-in requests is removed. Your accounts stay.</source>
        <translation>Die Liste der vergangenen Anmeldeanfragen wird entfernt. Ihre Konten bleiben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting. Unlock Watchword to look.</source>
        <translation>
            <numerusform>%n Anfrage wartet. Entsperren Sie Watchword, um nachzusehen.</numerusform>
            <numerusform>%n Anfragen warten. Entsperren Sie Watchword, um nachzusehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::Application</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>einen anderen Computer</translation>
    </message>
    <message>
        <source>Watchword</source>
        <translation>Watchword</translation>
    </message>
    <message>
        <source>The accounts are locked by another computer</source>
        <translation>Die Konten sind von einem anderen Computer gesperrt</translation>
    </message>
    <message>
        <source>Saving waited for %1. If nothing is being saved there, for instance because it was switched off while it saved, take over and try again.</source>
        <translation>Das Speichern hat auf %1 gewartet. Wenn dort nichts mehr gespeichert wird, zum Beispiel weil der Computer dabei ausgeschaltet wurde, übernehmen Sie die Sperre und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Taken over. Now try again.</source>
        <translation>Übernommen. Versuchen Sie es jetzt noch einmal.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>watchword::app::AreaDialog</name>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Where is the QR code?</source>
        <translation>Wo ist der QR-Code?</translation>
    </message>
    <message>
        <source>Draw a rectangle around it. The arrow keys move the rectangle, with Shift they change its size.</source>
        <translation>Ziehen Sie ein Rechteck um ihn. Die Pfeiltasten verschieben das Rechteck, mit der Umschalttaste ändern sie seine Größe.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Hier suchen</translation>
    </message>
</context>
<context>
    <name>watchword::app::AreaPicker</name>
    <message>
        <source>Area to search</source>
        <translation>Bereich, der durchsucht wird</translation>
    </message>
    <message>
        <source>From %1 to %2 % across and from %3 to %4 % down</source>
        <translation>Von %1 bis %2 % der Breite und von %3 bis %4 % der Höhe</translation>
    </message>
    <message>
        <source>Monitor %1. %2</source>
        <translation>Monitor %1. %2</translation>
    </message>
</context>
<context>
    <name>watchword::app::ArrangeAccounts</name>
    <message>
        <source>%1 is pinned to the top.</source>
        <translation>%1 ist oben angeheftet.</translation>
    </message>
    <message>
        <source>%1 is not pinned any more.</source>
        <translation>%1 ist nicht mehr angeheftet.</translation>
    </message>
    <message>
        <source>%1 is in no group any more.</source>
        <translation>%1 ist in keiner Gruppe mehr.</translation>
    </message>
    <message>
        <source>%1 is in the group %2.</source>
        <translation>%1 ist in der Gruppe %2.</translation>
    </message>
    <message>
        <source>%1 is now number %2 of %3.</source>
        <translation>%1 ist jetzt Nummer %2 von %3.</translation>
    </message>
    <message>
        <source>%1 is where it was before.</source>
        <translation>%1 ist wieder, wo es war.</translation>
    </message>
</context>
<context>
    <name>watchword::app::ArrangeActions</name>
    <message>
        <source>&amp;Pin to the top</source>
        <translation>&amp;Oben anheften</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach o&amp;ben</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>Nicht mehr an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;No group</source>
        <translation>&amp;Keine Gruppe</translation>
    </message>
    <message>
        <source>Ne&amp;w group…</source>
        <translation>&amp;Neue Gruppe …</translation>
    </message>
</context>
<context>
    <name>watchword::app::Background</name>
    <message>
        <source>Press Enter to copy the chosen code: under Wayland only the window in front may.</source>
        <translation>Mit der Eingabetaste den gewählten Code kopieren: Unter Wayland darf das nur das Fenster im Vordergrund.</translation>
    </message>
    <message>
        <source>Sign-ins to approve arrive only while it runs.</source>
        <translation>Anmeldungen zum Bestätigen kommen nur an, solange es läuft.</translation>
    </message>
    <message>
        <source>Its icon is in the tray; Quit in the menu there ends it, and so does Ctrl+Q in its window.</source>
        <translation>Sein Symbol ist im Infobereich; „Beenden“ im Menü dort beendet es, ebenso Strg+Q im Fenster.</translation>
    </message>
    <message>
        <source>Start Watchword again to get its window back; Ctrl+Q there ends it.</source>
        <translation>Wenn Sie Watchword noch einmal starten, ist das Fenster wieder da; Strg+Q beendet es dort.</translation>
    </message>
    <message>
        <source>Watchword</source>
        <translation>Watchword</translation>
    </message>
    <message>
        <source>Watchword is still running</source>
        <translation>Watchword läuft weiter</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Quit Watchword</source>
        <translation>Watchword beenden</translation>
    </message>
</context>
<context>
    <name>watchword::app::CameraDialog</name>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>20 to 30 cm away, flat and in good light. If it stays blurred, make the code larger instead of coming closer: not every camera can focus.</source>
        <translation>20 bis 30 cm entfernt, glatt und gut beleuchtet. Bleibt er unscharf, vergrößern Sie den Code, statt näher zu kommen: Nicht jede Kamera kann scharf stellen.</translation>
    </message>
    <message>
        <source>Hold the QR code up to the camera</source>
        <translation>Halten Sie den QR-Code vor die Kamera</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Kamera</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Ein anderer Weg</translation>
    </message>
    <message>
        <source>Scan the screen</source>
        <translation>Bildschirm scannen</translation>
    </message>
    <message>
        <source>Open a picture file</source>
        <translation>Bilddatei öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Type the key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Die Kamera startet …</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="vanished">Kein Bild</translation>
    </message>
</context>
<context>
    <name>watchword::app::CameraScan</name>
    <message>
        <source>%1 was unplugged</source>
        <translation>%1 wurde abgezogen</translation>
    </message>
    <message>
        <source>This is what %1 sees.</source>
        <translation>Das sieht %1.</translation>
    </message>
</context>
<context>
    <name>watchword::app::CameraView</name>
    <message>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
</context>
<context>
    <name>watchword::app::CaptureView</name>
    <message>
        <source>What was looked at</source>
        <translation>Was durchsucht wurde</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>watchword::app::ChooseVault</name>
    <message>
        <source>Both sets are together now. Nothing was lost.</source>
        <translation>Beide Sammlungen sind jetzt vereint. Es ging nichts verloren.</translation>
    </message>
    <message>
        <source>Watchword uses these accounts now.</source>
        <translation>Watchword verwendet jetzt diese Konten.</translation>
    </message>
    <message>
        <source>Watchword uses this set now.</source>
        <translation>Watchword verwendet jetzt diese Sammlung.</translation>
    </message>
    <message>
        <source>Watchword</source>
        <translation>Watchword</translation>
    </message>
    <message>
        <source>The other set is kept as a file</source>
        <translation>Die andere Sammlung ist als Datei aufgehoben</translation>
    </message>
    <message>
        <source>Nobody can read it without the accounts that you use now, since its key is kept with them. This version of Watchword cannot read it back; leave it there for one that can.</source>
        <translation>Ohne die Konten, die Sie jetzt verwenden, kann sie niemand lesen, denn bei ihnen liegt ihr Schlüssel. Diese Version von Watchword kann sie nicht zurücklesen; lassen Sie sie dort für eine, die das kann.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>watchword::app::CodeLabel</name>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, Code %2</translation>
    </message>
    <message>
        <source>%1, next code %2</source>
        <translation>%1, nächster Code %2</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
</context>
<context>
    <name>watchword::app::ConfirmAccount</name>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>This account is already here</source>
        <translation>Dieses Konto ist schon vorhanden</translation>
    </message>
    <message>
        <source>%1 has the same key. Nothing was added.</source>
        <translation>%1 hat denselben Schlüssel. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>This account is in the trash</source>
        <translation>Dieses Konto ist im Papierkorb</translation>
    </message>
    <message>
        <source>%1 has the same key. Take it out of the trash to use it again.</source>
        <translation>%1 hat denselben Schlüssel. Holen Sie es aus dem Papierkorb, um es wieder zu benutzen.</translation>
    </message>
    <message>
        <source>Take it out of the trash</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 ist wieder da.</translation>
    </message>
    <message>
        <source>%1 code copied, cleared in %2&#xa0;s</source>
        <translation>Code für %1 kopiert, wird in %2&#xa0;s gelöscht</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>watchword::app::ConfirmCard</name>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Is this the account?</source>
        <translation>Ist das das richtige Konto?</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>Name der Website</translation>
    </message>
    <message>
        <source>Write the name of the site, so that you find the account again.</source>
        <translation>Geben Sie den Namen der Website ein, damit Sie das Konto wiederfinden.</translation>
    </message>
    <message>
        <source>Your account there</source>
        <translation>Ihr Konto dort</translation>
    </message>
    <message>
        <source>Scan the screen again</source>
        <translation>Bildschirm noch einmal scannen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not accepted…</source>
        <translation>Nicht angenommen …</translation>
    </message>
    <message>
        <source>The site accepted it</source>
        <translation>Die Website hat ihn angenommen</translation>
    </message>
    <message>
        <source>The site did not take the code?</source>
        <translation>Die Website hat den Code nicht angenommen?</translation>
    </message>
    <message>
        <source>Use each code once, and the newest one. If the site shows a new QR code meanwhile, scan that one.</source>
        <translation>Benutzen Sie jeden Code nur einmal, und immer den neuesten. Wenn die Website inzwischen einen neuen QR-Code anzeigt, scannen Sie diesen.</translation>
    </message>
    <message>
        <source>Is this computer’s clock right? It says %1. Was the code still running when the site got it? Take one with several seconds left. If the site shows a new QR code meanwhile, scan that one.</source>
        <translation>Geht die Uhr dieses Computers richtig? Sie zeigt %1. War der Code noch gültig, als die Website ihn bekam? Nehmen Sie einen, der noch mehrere Sekunden läuft. Wenn die Website inzwischen einen neuen QR-Code anzeigt, scannen Sie diesen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>There is an account of this name already</source>
        <translation>Es gibt schon ein Konto mit diesem Namen</translation>
    </message>
    <message>
        <source>%1 has another key. Replace it (the old one goes to the trash), or keep both?</source>
        <translation>%1 hat einen anderen Schlüssel. Möchten Sie es ersetzen (das alte kommt in den Papierkorb) oder beide behalten?</translation>
    </message>
    <message numerus="yes">
        <source>%n more links came in meanwhile. Open them again when this account is done.</source>
        <translation>
            <numerusform>Inzwischen kam %n weiterer Link an. Öffnen Sie ihn noch einmal, wenn dieses Konto fertig ist.</numerusform>
            <numerusform>Inzwischen kamen %n weitere Links an. Öffnen Sie sie noch einmal, wenn dieses Konto fertig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving in your keychain…</source>
        <translation type="vanished">Wird in Ihrem Schlüsselbund gespeichert …</translation>
    </message>
    <message>
        <source>This account counts its codes. The first one is shown when the account is saved.</source>
        <translation>Dieses Konto zählt seine Codes. Der erste wird angezeigt, wenn das Konto gespeichert ist.</translation>
    </message>
    <message>
        <source>Type this code on the site to finish</source>
        <translation>Geben Sie zum Abschluss diesen Code auf der Website ein</translation>
    </message>
    <message>
        <source>Save and show the code</source>
        <translation>Speichern und Code anzeigen</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep this account?</source>
        <translation>Dieses Konto behalten?</translation>
    </message>
    <message>
        <source>It is not saved yet. If the site already took its code, keep it: without it you cannot sign in there.</source>
        <translation>Es ist noch nicht gespeichert. Wenn die Website den Code schon angenommen hat, behalten Sie es: Ohne das Konto können Sie sich dort nicht anmelden.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Don’t keep</source>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Your desktop is asking for the password of your keychain in a window of its own.</source>
        <translation>Ihre Arbeitsumgebung fragt in einem eigenen Fenster nach dem Passwort Ihres Schlüsselbunds.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Show Steam’s codes</source>
        <translation>Steam-Codes anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und noch %n weiterer.</numerusform>
            <numerusform>Und noch %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also read, and left alone</source>
        <translation>Auch gelesen, aber nicht übernommen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>watchword::app::CopyCode</name>
    <message>
        <source>Clipboard cleared</source>
        <translation>Zwischenablage geleert</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message numerus="yes">
        <source>%1 code copied, cleared in %n&#xa0;s</source>
        <translation>
            <numerusform>Code für %1 kopiert, wird in %n&#xa0;s gelöscht</numerusform>
            <numerusform>Code für %1 kopiert, wird in %n&#xa0;s gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %1 code copied, cleared in %n&#xa0;s</source>
        <translation>
            <numerusform>Nächster Code für %1 kopiert, wird in %n&#xa0;s gelöscht</numerusform>
            <numerusform>Nächster Code für %1 kopiert, wird in %n&#xa0;s gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 code copied. Your keychain has not confirmed the new counter yet; if the site refuses the code, take the next one.</source>
        <translation type="vanished">Code für %1 kopiert. Ihr Schlüsselbund hat den neuen Zähler noch nicht bestätigt; wenn die Website den Code ablehnt, nehmen Sie den nächsten.</translation>
    </message>
    <message>
        <source>%1 has no code: it asks you to approve or deny sign-ins.</source>
        <translation>%1 hat keinen Code: Damit genehmigen Sie Anmeldungen oder lehnen sie ab.</translation>
    </message>
    <message>
        <source>%1 code copied. That the new counter is saved is not confirmed yet; if the site refuses the code, take the next one.</source>
        <translation>Code für %1 kopiert. Dass der neue Zähler gespeichert ist, wurde noch nicht bestätigt; lehnt die Website den Code ab, nehmen Sie den nächsten.</translation>
    </message>
</context>
<context>
    <name>watchword::app::CountdownDialog</name>
    <message>
        <source>Scan the screen</source>
        <translation>Bildschirm scannen</translation>
    </message>
    <message numerus="yes">
        <source>The screen is scanned in %n second(s)</source>
        <translation>
            <numerusform>Der Bildschirm wird in einer Sekunde gescannt</numerusform>
            <numerusform>Der Bildschirm wird in %n Sekunden gescannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the page or the menu with the QR code now.</source>
        <translation>Öffnen Sie jetzt die Seite oder das Menü mit dem QR-Code.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Jetzt scannen</translation>
    </message>
</context>
<context>
    <name>watchword::app::EditAccount</name>
    <message>
        <source>Saved.</source>
        <translation type="vanished">Gespeichert.</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 ist im Papierkorb.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are in the trash.</source>
        <translation>
            <numerusform>%n Konto ist im Papierkorb.</numerusform>
            <numerusform>%n Konten sind im Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 ist wieder da.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are back.</source>
        <translation>
            <numerusform>%n Konto ist wieder da.</numerusform>
            <numerusform>%n Konten sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ist geändert.</translation>
    </message>
    <message>
        <source>Nothing was undone: %1 was changed again since.</source>
        <translation>Nichts wurde rückgängig gemacht: %1 wurde seither wieder geändert.</translation>
    </message>
    <message>
        <source>%1 is as before.</source>
        <translation>%1 ist wie zuvor.</translation>
    </message>
    <message>
        <source>%1 is in the trash. The server still lists it: delete it there too.</source>
        <translation>%1 ist im Papierkorb. Beim Server steht es noch: Löschen Sie es auch dort.</translation>
    </message>
</context>
<context>
    <name>watchword::app::EditAccountDialog</name>
    <message>
        <source>Edit account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation type="vanished">Name der Website</translation>
    </message>
    <message>
        <source>Your account there</source>
        <translation type="vanished">Ihr Konto dort</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="vanished">In den Papierkorb</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="vanished">Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Write the name of the site, so that you find the account again.</source>
        <translation>Geben Sie den Namen der Website ein, damit Sie das Konto wiederfinden.</translation>
    </message>
    <message>
        <source>This account was changed elsewhere meanwhile. What you have not touched shows it.</source>
        <translation>Dieses Konto wurde inzwischen anderswo geändert. Was Sie nicht angerührt haben, zeigt es so.</translation>
    </message>
    <message>
        <source>Name of the &amp;site</source>
        <translation>Name der &amp;Website</translation>
    </message>
    <message>
        <source>Your a&amp;ccount there</source>
        <translation>Ihr &amp;Konto dort</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>&amp;Pin to the top of the list</source>
        <translation>&amp;Oben in der Liste anheften</translation>
    </message>
    <message>
        <source>A&amp;dvanced</source>
        <translation>Er&amp;weitert</translation>
    </message>
    <message>
        <source>Its code would be</source>
        <translation>Der Code wäre</translation>
    </message>
    <message>
        <source>&amp;Less</source>
        <translation>W&amp;eniger</translation>
    </message>
    <message>
        <source>Move to the t&amp;rash</source>
        <translation>In den Papierko&amp;rb</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>The account is in the trash by now. Restore it from there to edit it.</source>
        <translation>Das Konto ist inzwischen im Papierkorb. Stellen Sie es dort wieder her, um es zu bearbeiten.</translation>
    </message>
    <message>
        <source>The account is not there any more.</source>
        <translation>Das Konto ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The site must use the same</source>
        <translation>Die Website muss dasselbe verwenden</translation>
    </message>
    <message>
        <source>These come from the site. Where it uses others, it refuses the codes.</source>
        <translation>Diese Angaben kommen von der Website. Verwendet sie andere, nimmt sie die Codes nicht an.</translation>
    </message>
    <message>
        <source>The counter would go back from %1 to %2</source>
        <translation>Der Zähler würde von %1 auf %2 zurückgestellt</translation>
    </message>
    <message>
        <source>The site has seen the codes in between and will not take them again, unless it was set back too.</source>
        <translation>Die Website kennt die Codes dazwischen und nimmt sie nicht noch einmal an, es sei denn, sie wurde auch zurückgestellt.</translation>
    </message>
    <message>
        <source>Set the counter back</source>
        <translation>Zähler zurückstellen</translation>
    </message>
    <message>
        <source>Choose a group</source>
        <translation>Gruppe auswählen</translation>
    </message>
</context>
<context>
    <name>watchword::app::EmptyPage</name>
    <message>
        <source>Scan the QR code on my screen</source>
        <translation>QR-Code auf meinem Bildschirm scannen</translation>
    </message>
    <message>
        <source>Open a picture file</source>
        <translation>Bilddatei öffnen</translation>
    </message>
    <message>
        <source>Paste a picture, link or key</source>
        <translation>Bild, Link oder Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Type the key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Add your first account</source>
        <translation>Fügen Sie Ihr erstes Konto hinzu</translation>
    </message>
    <message>
        <source>Leave the site’s QR code open in your browser. Watchword will look at your screen and find it.</source>
        <translation>Lassen Sie den QR-Code der Website im Browser geöffnet. Watchword durchsucht Ihren Bildschirm und findet ihn.</translation>
    </message>
    <message>
        <source>Or another way</source>
        <translation>Oder auf andere Weise</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="vanished">Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Scan in 3 seconds</source>
        <translation>In 3 Sekunden scannen</translation>
    </message>
    <message>
        <source>Open the menu with the code first</source>
        <translation>Öffnen Sie zuerst das Menü mit dem Code</translation>
    </message>
    <message>
        <source>Use the webcam</source>
        <translation>Webcam benutzen</translation>
    </message>
    <message>
        <source>Your keys stay on this computer.</source>
        <translation>Ihre Schlüssel bleiben auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>watchword::app::EnrolCard</name>
    <message>
        <source>Approve sign-ins</source>
        <translation>Anmeldungen genehmigen</translation>
    </message>
    <message>
        <source>Approve sign-ins on this computer?</source>
        <translation>Anmeldungen auf diesem Computer genehmigen?</translation>
    </message>
    <message>
        <source>This lets you approve sign-ins on this computer: when somebody signs in with your name and password, the server asks, and you answer here with Approve or Deny.</source>
        <translation>Damit können Sie Anmeldungen auf diesem Computer genehmigen: Meldet sich jemand mit Ihrem Namen und Passwort an, fragt der Server, und Sie antworten hier mit „Genehmigen“ oder „Ablehnen“.</translation>
    </message>
    <message>
        <source>Server: %1. %2</source>
        <translation>Server: %1. %2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Not encrypted; the server is this computer itself</source>
        <translation>Nicht verschlüsselt; der Server ist dieser Computer selbst</translation>
    </message>
    <message>
        <source>The QR code says</source>
        <translation>Im QR-Code steht</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>A second secret, not a second device</source>
        <translation>Ein zweites Geheimnis, kein zweites Gerät</translation>
    </message>
    <message>
        <source>Whoever has only your password is stopped. A program that runs as you on this computer, as malware does, is not: it could approve too.</source>
        <translation>Wer nur Ihr Passwort hat, kommt nicht weiter. Ein Programm, das auf diesem Computer unter Ihrem Namen läuft, wie es Schadsoftware tut, aber doch: Es könnte auch genehmigen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Also read, and left alone</source>
        <translation>Auch gelesen, aber nicht übernommen</translation>
    </message>
    <message numerus="yes">
        <source>%n more links came in meanwhile. Open them again when this account is done.</source>
        <translation>
            <numerusform>Inzwischen kam noch ein Link. Öffnen Sie ihn noch einmal, wenn dieses Konto fertig ist.</numerusform>
            <numerusform>Inzwischen kamen noch %n Links. Öffnen Sie sie noch einmal, wenn dieses Konto fertig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your password before each approval</source>
        <translation>Ihr Passwort vor jeder Genehmigung</translation>
    </message>
    <message>
        <source>The service wants it. Watchword asks for the password of your accounts when it was not given within the last minute. To deny takes none.</source>
        <translation>Der Dienst verlangt es. Watchword fragt nach dem Passwort Ihrer Konten, wenn es nicht in der letzten Minute eingegeben wurde. Zum Ablehnen braucht es keines.</translation>
    </message>
</context>
<context>
    <name>watchword::app::EnrolProgress</name>
    <message>
        <source>Approve sign-ins</source>
        <translation>Anmeldungen genehmigen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt nachfragen</translation>
    </message>
    <message>
        <source>Keep another way in</source>
        <translation>Behalten Sie einen anderen Weg</translation>
    </message>
    <message>
        <source>This account is on this computer and nowhere else. Set up another method at the service too: a code, a security key or a second device.</source>
        <translation>Dieses Konto ist auf diesem Computer und sonst nirgends. Richten Sie beim Dienst noch ein anderes Verfahren ein: einen Code, einen Sicherheitsschlüssel oder ein zweites Gerät.</translation>
    </message>
    <message>
        <source>Make a new key of 4096 bits</source>
        <translation>Neuen Schlüssel mit 4096 Bit erzeugen</translation>
    </message>
    <message>
        <source>Save it in your keychain</source>
        <translation type="vanished">Im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>Give its public part to %1</source>
        <translation>Den öffentlichen Teil an %1 geben</translation>
    </message>
    <message>
        <source>Save what %1 answered</source>
        <translation>Die Antwort von %1 speichern</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <source>%1: being done</source>
        <translation>%1: in Arbeit</translation>
    </message>
    <message>
        <source>%1: to come</source>
        <translation>%1: kommt noch</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>Wird eingerichtet …</translation>
    </message>
    <message>
        <source>Your desktop is asking for the password of your keychain in a window of its own.</source>
        <translation>Ihre Arbeitsumgebung fragt in einem eigenen Fenster nach dem Passwort Ihres Schlüsselbunds.</translation>
    </message>
    <message>
        <source>This takes some seconds.</source>
        <translation>Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation>Test überspringen</translation>
    </message>
    <message>
        <source>Ask the service for a test: it will appear here</source>
        <translation>Lassen Sie den Dienst einen Test senden: Er erscheint hier</translation>
    </message>
    <message>
        <source>Go back to your browser. If the page with the QR code goes on by itself, it may send one; else sign in there once more.</source>
        <translation>Gehen Sie zurück zu Ihrem Browser. Wenn die Seite mit dem QR-Code von selbst weitergeht, sendet sie vielleicht einen; sonst melden Sie sich dort noch einmal an.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Save it with your accounts</source>
        <translation>Bei Ihren Konten speichern</translation>
    </message>
</context>
<context>
    <name>watchword::app::EnrolPush</name>
    <message>
        <source>This gives an account a new key</source>
        <translation>Damit bekommt ein Konto einen neuen Schlüssel</translation>
    </message>
    <message>
        <source>It replaces the key of %1. The old key goes to the trash after the new one has proved itself.</source>
        <translation>Er ersetzt den Schlüssel von %1. Der alte kommt in den Papierkorb, sobald sich der neue bewährt hat.</translation>
    </message>
    <message>
        <source>An earlier try was not finished</source>
        <translation>Ein früherer Versuch wurde nicht beendet</translation>
    </message>
    <message>
        <source>What it left behind goes to the trash after this one has proved itself.</source>
        <translation>Was davon übrig ist, kommt in den Papierkorb, sobald sich dieser bewährt hat.</translation>
    </message>
    <message>
        <source>Another server uses the same serial number</source>
        <translation>Ein anderer Server benutzt dieselbe Seriennummer</translation>
    </message>
    <message>
        <source>%1 is at %2 and stays as it is: this is another account.</source>
        <translation>%1 gehört zu %2 und bleibt, wie es ist: Dies ist ein anderes Konto.</translation>
    </message>
    <message>
        <source>Another link came in meanwhile. Open it again when this account is done.</source>
        <translation>Inzwischen kam noch ein Link. Öffnen Sie ihn noch einmal, wenn dieses Konto fertig ist.</translation>
    </message>
    <message>
        <source>Stopped. %1 may have heard of it, so the account is listed as not finished.</source>
        <translation>Abgebrochen. %1 hat vielleicht schon davon erfahren; das Konto steht deshalb als nicht beendet in der Liste.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was sent.</source>
        <translation>Abgebrochen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Notification approved</source>
        <translation>Benachrichtigung genehmigt</translation>
    </message>
    <message>
        <source>%1 has confirmed it. Go back to your browser and go on there.</source>
        <translation>%1 hat es bestätigt. Gehen Sie zurück zu Ihrem Browser und machen Sie dort weiter.</translation>
    </message>
    <message>
        <source>Notification denied</source>
        <translation>Benachrichtigung abgelehnt</translation>
    </message>
    <message>
        <source>%1 has confirmed it, so denying works. If you meant to approve, ask the service once more.</source>
        <translation>%1 hat es bestätigt, das Ablehnen geht also. Wenn Sie genehmigen wollten, lassen Sie den Dienst noch einmal fragen.</translation>
    </message>
    <message>
        <source>The test is here</source>
        <translation>Der Test ist da</translation>
    </message>
    <message>
        <source>Answer it in the window that has come up, or in the list of accounts.</source>
        <translation>Beantworten Sie ihn im Fenster, das sich geöffnet hat, oder in der Liste der Konten.</translation>
    </message>
    <message>
        <source>%1 knows this computer now</source>
        <translation>%1 kennt diesen Computer jetzt</translation>
    </message>
    <message>
        <source>The old key is in the trash.</source>
        <translation>Der alte Schlüssel liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>Asking %1 for the first time…</source>
        <translation>%1 wird zum ersten Mal gefragt …</translation>
    </message>
    <message>
        <source>The certificate says</source>
        <translation>Im Zertifikat steht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>What tells it from any other</source>
        <translation>Woran es zu erkennen ist</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Approve sign-ins</source>
        <translation>Anmeldungen genehmigen</translation>
    </message>
    <message>
        <source>%1 has taken this computer’s key, and its answer could not be saved.</source>
        <translation>%1 hat den Schlüssel dieses Computers angenommen, aber die Antwort konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 The QR code is good until about %2.</source>
        <translation>%1 Der QR-Code gilt etwa bis %2.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Noch einmal scannen</translation>
    </message>
    <message>
        <source>Is this really the certificate of %1?</source>
        <translation>Ist das wirklich das Zertifikat von %1?</translation>
    </message>
    <message>
        <source>No authority that this computer trusts says so, and the QR code asks not to care. Nothing was sent yet. Ask the IT desk for the fingerprint, not by the way that the QR code came, and go on only if it is the same. From then on only this key is taken for the server’s.</source>
        <translation>Keine Stelle, der dieser Computer vertraut, bürgt dafür, und der QR-Code möchte, dass das egal ist. Noch wurde nichts gesendet. Fragen Sie die IT-Beratung nach dem Fingerabdruck, auf einem anderen Weg als dem, auf dem der QR-Code kam, und machen Sie nur weiter, wenn er derselbe ist. Danach gilt nur noch dieser Schlüssel als der des Servers.</translation>
    </message>
    <message>
        <source>It is the same: trust this key</source>
        <translation>Er ist derselbe: vertrauen</translation>
    </message>
    <message>
        <source>Open the authority’s certificate…</source>
        <translation>Zertifikat der Stelle öffnen …</translation>
    </message>
    <message>
        <source>Open the certificate of your organisation’s authority</source>
        <translation>Zertifikat der Zertifizierungsstelle Ihrer Organisation öffnen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>In dieser Datei ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>Certificates are in files that end in .pem, .crt, .cer or .der. The IT desk has it.</source>
        <translation>Zertifikate sind in Dateien, die auf .pem, .crt, .cer oder .der enden. Die IT-Beratung hat es.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Andere Datei wählen</translation>
    </message>
    <message>
        <source>Trust this authority for %1?</source>
        <translation>Dieser Stelle für %1 vertrauen?</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that your IT desk names. What it vouches for is then taken for %1, and for no other server or program.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den Ihre IT-Beratung nennt. Wofür die Stelle bürgt, das gilt dann als %1, und für keinen anderen Server und kein anderes Programm.</translation>
    </message>
    <message>
        <source>Trust it for this server</source>
        <translation>Für diesen Server vertrauen</translation>
    </message>
    <message>
        <source>Use a password…</source>
        <translation>Ein Passwort verwenden …</translation>
    </message>
</context>
<context>
    <name>watchword::app::FactList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>watchword::app::ForeignDialog</name>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>What was read: %1</source>
        <translation>Gelesen wurde: %1</translation>
    </message>
    <message>
        <source>Copy this sentence</source>
        <translation>Diesen Satz kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>What was read?</source>
        <translation>Was wurde gelesen?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Noch einmal scannen</translation>
    </message>
    <message>
        <source>Choose an area</source>
        <translation>Bereich wählen</translation>
    </message>
</context>
<context>
    <name>watchword::app::GroupChips</name>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n account(s)</source>
        <comment>group</comment>
        <translation>
            <numerusform>%1, %n Konto</numerusform>
            <numerusform>%1, %n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>watchword::app::LockAccounts</name>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Your login session is the lock</source>
        <translation>Ihre Sitzung ist die Sperre</translation>
    </message>
    <message>
        <source>These accounts are in your keychain, which is open while you are logged in. Lock the screen when you leave the computer: whoever finds it unlocked can have the codes. For a lock of Watchword’s own, protect the accounts with a password.</source>
        <translation>Diese Konten liegen in Ihrem Schlüsselbund, und der ist offen, solange Sie angemeldet sind. Sperren Sie den Bildschirm, wenn Sie den Rechner verlassen: Wer ihn entsperrt vorfindet, kommt an die Codes. Für eine eigene Sperre schützen Sie die Konten mit einem Passwort.</translation>
    </message>
    <message>
        <source>Hide codes</source>
        <translation>Codes verbergen</translation>
    </message>
    <message>
        <source>Use a password…</source>
        <translation>Ein Passwort verwenden …</translation>
    </message>
    <message>
        <source>Codes are hidden until asked for. Settings can show them again.</source>
        <translation>Codes bleiben verborgen, bis Sie sie anzeigen lassen. Das lässt sich in den Einstellungen ändern.</translation>
    </message>
</context>
<context>
    <name>watchword::app::LockTriggers</name>
    <message>
        <source>Locks the accounts before the computer sleeps</source>
        <translation>Sperrt die Konten, bevor der Rechner schläft</translation>
    </message>
</context>
<context>
    <name>watchword::app::MainWindow</name>
    <message>
        <source>Watchword</source>
        <translation>Watchword</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>This computer’s clock is not set by a time server. If it is wrong, sites will refuse the codes.</source>
        <translation>Die Uhr dieses Computers wird nicht von einem Zeitserver gestellt. Geht sie falsch, lehnen Websites die Codes ab.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>&amp;Scan the screen</source>
        <translation>Bildschirm &amp;scannen</translation>
    </message>
    <message>
        <source>Open a &amp;picture file…</source>
        <translation>&amp;Bilddatei öffnen …</translation>
    </message>
    <message>
        <source>Paste a picture, &amp;link or key</source>
        <translation>Bild, &amp;Link oder Schlüssel einfügen</translation>
    </message>
    <message>
        <source>&amp;Type the key…</source>
        <translation>Schlüssel ein&amp;tippen …</translation>
    </message>
    <message>
        <source>&amp;Copy code</source>
        <translation>Code &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;next code</source>
        <translation>&amp;Nächsten Code kopieren</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Watchword</source>
        <translation>&amp;Über Watchword</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>To the message</source>
        <translation>Zur Meldung</translation>
    </message>
    <message>
        <source>&amp;Next code</source>
        <translation>&amp;Nächster Code</translation>
    </message>
    <message>
        <source>&amp;Show the code</source>
        <translation>Code an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Hide the code</source>
        <translation>Code &amp;verbergen</translation>
    </message>
    <message>
        <source>No account matches “%1”</source>
        <translation>Kein Konto passt zu „%1“</translation>
    </message>
    <message numerus="yes">
        <source>Search %n account(s)</source>
        <translation>
            <numerusform>%n Konto durchsuchen</numerusform>
            <numerusform>%n Konten durchsuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Your desktop is asking for the password of your keychain in a window of its own. Then it is saved.</source>
        <translation>Ihre Arbeitsumgebung fragt in einem eigenen Fenster nach dem Passwort Ihres Schlüsselbunds. Danach wird gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Trash</source>
        <translation>&amp;Papierkorb</translation>
    </message>
    <message>
        <source>&amp;Trash (%1)</source>
        <translation>&amp;Papierkorb (%1)</translation>
    </message>
    <message>
        <source>No account in %2 matches “%1”</source>
        <translation>Kein Konto in %2 passt zu „%1“</translation>
    </message>
    <message>
        <source>Scan in &amp;3 seconds, to open a menu first</source>
        <translation>In &amp;3 Sekunden scannen, um erst ein Menü zu öffnen</translation>
    </message>
    <message>
        <source>Use the &amp;webcam…</source>
        <translation>&amp;Webcam benutzen …</translation>
    </message>
    <message>
        <source>Sign-in &amp;history</source>
        <translation>&amp;Verlauf der Anmeldungen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
</context>
<context>
    <name>watchword::app::NoticeDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>watchword::app::ParametersForm</name>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Changes with time (TOTP)</source>
        <translation>Wechselt mit der Zeit (TOTP)</translation>
    </message>
    <message>
        <source>Counts its codes (HOTP)</source>
        <translation>Zählt seine Codes (HOTP)</translation>
    </message>
    <message>
        <source>Steam</source>
        <translation>Steam</translation>
    </message>
    <message>
        <source>Al&amp;gorithm</source>
        <translation>A&amp;lgorithmus</translation>
    </message>
    <message>
        <source>&amp;Digits</source>
        <translation>&amp;Ziffern</translation>
    </message>
    <message>
        <source>S&amp;econds until a new code</source>
        <translation>Sekunden &amp;bis zu einem neuen Code</translation>
    </message>
    <message>
        <source>&amp;Counter of the next code</source>
        <translation>Zä&amp;hler des nächsten Codes</translation>
    </message>
    <message>
        <source>Type a whole number from 0 to %1.</source>
        <translation>Schreiben Sie eine ganze Zahl von 0 bis %1.</translation>
    </message>
</context>
<context>
    <name>watchword::app::PasswordField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist aktiv.</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
</context>
<context>
    <name>watchword::app::ProtectAccounts</name>
    <message>
        <source>Nothing was moved: your keyring has no password, so secrets in it would lie in clear on the disk. Give the keyring a password first.</source>
        <translation>Nichts wurde verschoben: Ihr Schlüsselbund hat kein Passwort, Geheimnisse darin lägen lesbar auf der Platte. Geben Sie dem Schlüsselbund zuerst ein Passwort.</translation>
    </message>
    <message>
        <source>Your accounts have a password of their own now.</source>
        <translation>Ihre Konten haben jetzt ein eigenes Passwort.</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Das Passwort ist geändert.</translation>
    </message>
    <message>
        <source>Your accounts are in the keychain now.</source>
        <translation>Ihre Konten sind jetzt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Watchword</source>
        <translation>Watchword</translation>
    </message>
    <message>
        <source>Your keyring has no password</source>
        <translation>Ihr Schlüsselbund hat kein Passwort</translation>
    </message>
    <message>
        <source>With a password of their own your accounts lie in a sealed file instead.</source>
        <translation>Mit einem eigenen Passwort liegen Ihre Konten stattdessen in einer versiegelten Datei.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Use a password…</source>
        <translation>Ein Passwort verwenden …</translation>
    </message>
    <message>
        <source>Copies of your keychain in backups and snapshots may still hold the accounts that you have now.</source>
        <translation>In Kopien Ihres Schlüsselbunds, in Sicherungen und Schnappschüssen, können die Konten von jetzt noch stehen.</translation>
    </message>
    <message>
        <source>A service of yours wants a password before each approval. Its sign-ins can then only be denied here.</source>
        <translation>Ein Dienst von Ihnen verlangt vor jeder Zustimmung ein Passwort. Seine Anmeldungen können hier dann nur noch abgelehnt werden.</translation>
    </message>
</context>
<context>
    <name>watchword::app::ProtectionDialog</name>
    <message>
        <source>Use a password</source>
        <translation>Ein Passwort verwenden</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Use the keychain instead</source>
        <translation>Stattdessen den Schlüsselbund verwenden</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Bisheriges Passwort</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Ihr Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>Passwort noch einmal</translation>
    </message>
    <message>
        <source>Copies of your keychain in backups and snapshots may still hold the accounts that you have now.</source>
        <translation type="vanished">In Kopien Ihres Schlüsselbunds, in Sicherungen und Schnappschüssen, können die Konten von jetzt noch stehen.</translation>
    </message>
    <message>
        <source>Your accounts then lie in a sealed file on this computer that only this password opens. Watchword asks for it at each start and after each lock.</source>
        <translation>Ihre Konten liegen dann in einer versiegelten Datei auf diesem Computer, die nur dieses Passwort öffnet. Watchword fragt bei jedem Start und nach jedem Sperren danach.</translation>
    </message>
    <message>
        <source>Nobody can get you in without it</source>
        <translation>Ohne das Passwort kommt niemand hinein</translation>
    </message>
    <message>
        <source>If you forget it, only a backup helps, or setting the accounts up anew at their sites.</source>
        <translation>Wenn Sie es vergessen, hilft nur eine Sicherung, oder Sie richten die Konten bei ihren Diensten neu ein.</translation>
    </message>
    <message>
        <source>Copies keep the old one</source>
        <translation>Kopien behalten das alte</translation>
    </message>
    <message>
        <source>Copies of your accounts in backups and snapshots still open with the old password.</source>
        <translation>Kopien Ihrer Konten in Sicherungen und Schnappschüssen lassen sich weiter mit dem alten Passwort öffnen.</translation>
    </message>
    <message>
        <source>Your accounts then lie in your desktop’s keychain, and Watchword asks for no password.</source>
        <translation>Ihre Konten liegen dann im Schlüsselbund Ihres Desktops, und Watchword fragt nach keinem Passwort.</translation>
    </message>
    <message>
        <source>The lock of your session is then the lock</source>
        <translation>Dann schützt nur noch die Sperre Ihrer Sitzung</translation>
    </message>
    <message>
        <source>Whoever sits at your unlocked session, and every program that runs as you, can get at your accounts. Locking Watchword only hides them.</source>
        <translation type="vanished">Wer an Ihrer entsperrten Sitzung sitzt, und jedes Programm, das unter Ihrem Namen läuft, kommt an Ihre Konten. Watchword zu sperren verbirgt sie nur.</translation>
    </message>
    <message>
        <source>Sealing…</source>
        <translation>Wird versiegelt …</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>Dieses Passwort verwenden</translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation>Wird verschoben …</translation>
    </message>
    <message>
        <source>Use the keychain</source>
        <translation>Schlüsselbund verwenden</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Type the password that opens your accounts now.</source>
        <translation>Geben Sie das Passwort ein, das Ihre Konten jetzt öffnet.</translation>
    </message>
    <message>
        <source>Type it once more, so that no slip of the finger locks you out.</source>
        <translation>Geben Sie es noch einmal ein, damit kein Vertipper Sie aussperrt.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Your desktop is asking for the password of your keychain in a window of its own.</source>
        <translation>Ihr Desktop fragt in einem eigenen Fenster nach dem Passwort Ihres Schlüsselbunds.</translation>
    </message>
    <message>
        <source>Whoever sits at your unlocked session, and every program that runs as you, can get at your accounts. Watchword then has no lock of its own.</source>
        <translation>Wer an Ihrer entsperrten Sitzung sitzt, und jedes Programm, das unter Ihrem Namen läuft, kommt an Ihre Konten. Watchword hat dann keine eigene Sperre.</translation>
    </message>
</context>
<context>
    <name>watchword::app::ProtectionSection</name>
    <message>
        <source>Use a password…</source>
        <translation>Ein Passwort verwenden …</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Passwort ändern …</translation>
    </message>
    <message>
        <source>Use the keychain…</source>
        <translation>Schlüsselbund verwenden …</translation>
    </message>
    <message>
        <source>A sealed file on this computer. Watchword asks for the password at each start and after each lock.</source>
        <translation>Eine versiegelte Datei auf diesem Computer. Watchword fragt bei jedem Start und nach jedem Sperren nach dem Passwort.</translation>
    </message>
    <message>
        <source>The lock of your session is the lock: whoever sits at your unlocked session, and every program that runs as you, can get at the codes. Against a glance you can hide them until asked.</source>
        <translation>Die Sperre Ihrer Sitzung ist die Sperre: Wer an Ihrer entsperrten Sitzung sitzt, und jedes Programm, das unter Ihrem Namen läuft, kommt an die Codes. Vor einem Blick können Sie sie verbergen, bis Sie danach fragen.</translation>
    </message>
    <message>
        <source>Your accounts have a password of their own</source>
        <translation>Ihre Konten haben ein eigenes Passwort</translation>
    </message>
    <message>
        <source>Your accounts are kept in your desktop’s keychain</source>
        <translation>Ihre Konten liegen im Schlüsselbund Ihres Desktops</translation>
    </message>
</context>
<context>
    <name>watchword::app::PushAccountDialog</name>
    <message>
        <source>Approve / Deny</source>
        <translation>Genehmigen / Ablehnen</translation>
    </message>
    <message>
        <source>Name of the &amp;service</source>
        <translation>Name des &amp;Dienstes</translation>
    </message>
    <message>
        <source>Your a&amp;ccount there</source>
        <translation>Ihr &amp;Konto dort</translation>
    </message>
    <message>
        <source>In the trash it keeps its key and can be restored. The server still lists it: delete it there too.</source>
        <translation>Im Papierkorb behält es seinen Schlüssel und kann zurückgeholt werden. Beim Server steht es weiterhin: Löschen Sie es auch dort.</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Ask the service for a test: it will appear here.</source>
        <translation>Lassen Sie den Dienst einen Test schicken: Er erscheint hier.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Only the key that you confirmed is trusted</source>
        <translation>Vertraut wird nur dem Schlüssel, den Sie bestätigt haben</translation>
    </message>
    <message>
        <source>Only the authority that you added is trusted</source>
        <translation>Vertraut wird nur der Stelle, deren Zertifikat Sie hinzugefügt haben</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Move to the t&amp;rash</source>
        <translation>In den Papierko&amp;rb</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Not asked while the session is locked</source>
        <translation>Wird nicht gefragt, solange die Sitzung gesperrt ist</translation>
    </message>
    <message>
        <source>The server may know this computer already. Have the service show a new QR code and scan it; this one can go to the trash.</source>
        <translation>Vielleicht kennt der Server diesen Computer schon. Lassen Sie den Dienst einen neuen QR-Code zeigen und scannen Sie ihn; dieses Konto kann in den Papierkorb.</translation>
    </message>
    <message>
        <source>Until then sign-ins do not pop up. They are in the list all the same.</source>
        <translation>Bis dahin öffnet sich bei Anmeldungen kein Fenster. In der Liste stehen sie trotzdem.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The account is in the trash by now. Restore it from there to use it.</source>
        <translation>Das Konto ist inzwischen im Papierkorb. Holen Sie es von dort zurück, um es zu benutzen.</translation>
    </message>
    <message>
        <source>The account is not there any more.</source>
        <translation>Das Konto ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>watchword::app::RemoveDialog</name>
    <message>
        <source>Remove for ever</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove %1 for ever?</source>
        <translation>%1 endgültig entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n accounts for ever?</source>
        <translation>
            <numerusform>%n Konto endgültig entfernen?</numerusform>
            <numerusform>%n Konten endgültig entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch multi-factor authentication off at the site first: without this key you may not get in there any more. This cannot be undone.</source>
        <translation>Schalten Sie zuerst die Mehr-Faktor-Anmeldung auf der Website aus: Ohne diesen Schlüssel kommen Sie dort vielleicht nicht mehr hinein. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Remove for ever</source>
        <translation>&amp;Endgültig entfernen</translation>
    </message>
    <message>
        <source>The server still lists what approves sign-ins here: delete it there too. Without its key nothing can be approved here any more. This cannot be undone.</source>
        <translation>Beim Server steht weiterhin, was hier Anmeldungen genehmigt: Löschen Sie es auch dort. Ohne den Schlüssel kann hier nichts mehr genehmigt werden. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>watchword::app::RingWidget</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::ScanResultDialog</name>
    <message>
        <source>Add accounts</source>
        <translation>Konten hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n codes were found</source>
        <translation>
            <numerusform>%n Code wurde gefunden</numerusform>
            <numerusform>%n Codes wurden gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them can be added.</source>
        <translation>Keines davon kann hinzugefügt werden.</translation>
    </message>
    <message>
        <source>One of them can be added.</source>
        <translation>Eines davon kann hinzugefügt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be added. Choose which.</source>
        <translation>
            <numerusform>%n davon kann hinzugefügt werden. Wählen Sie aus, welches.</numerusform>
            <numerusform>%n davon können hinzugefügt werden. Wählen Sie aus, welche.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The picture is forgotten when you close this.</source>
        <translation>%1 Das Bild wird beim Schließen verworfen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Add 1 account</source>
        <translation>1 Konto hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n accounts</source>
        <translation>
            <numerusform>%n Konto hinzufügen</numerusform>
            <numerusform>%n Konten hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>1 account was read</source>
        <translation>1 Konto wurde gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were read</source>
        <translation>
            <numerusform>%n Konto wurde gelesen</numerusform>
            <numerusform>%n Konten wurden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>All %n accounts</source>
        <translation>
            <numerusform>Das eine Konto</numerusform>
            <numerusform>Alle %n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be added.</source>
        <translation>Es kann hinzugefügt werden.</translation>
    </message>
    <message>
        <source>It can’t be added.</source>
        <translation>Es kann nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Choose an area instead</source>
        <translation>Stattdessen einen Bereich wählen</translation>
    </message>
</context>
<context>
    <name>watchword::app::SeePushAccount</name>
    <message>
        <source>%1 cannot be asked: setting it up was not finished.</source>
        <translation>%1 kann nicht gefragt werden: Die Einrichtung wurde nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing is asked while the session is locked.</source>
        <translation>Solange die Sitzung gesperrt ist, wird nichts gefragt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server answered: no sign-in is waiting.</source>
        <translation>Der Server hat geantwortet: Es wartet keine Anmeldung.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ist geändert.</translation>
    </message>
    <message>
        <source>Nothing was undone: %1 was changed again since.</source>
        <translation>Nichts wurde rückgängig gemacht: %1 wurde seither wieder geändert.</translation>
    </message>
    <message>
        <source>%1 is as before.</source>
        <translation>%1 ist wie zuvor.</translation>
    </message>
    <message>
        <source>That did not work: see above.</source>
        <translation>Das hat nicht geklappt: siehe oben.</translation>
    </message>
</context>
<context>
    <name>watchword::app::ServerWords</name>
    <message>
        <source>The server says:</source>
        <translation>Der Server sagt:</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>watchword::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>After %n s</source>
        <translation>
            <numerusform>Nach %n s</numerusform>
            <numerusform>Nach %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Clear a copied code</source>
        <translation>Kopierten Code löschen</translation>
    </message>
    <message>
        <source>Only if it is still the code on the clipboard</source>
        <translation>Nur wenn der Code noch in der Zwischenablage ist</translation>
    </message>
    <message>
        <source>How codes are shown</source>
        <translation>Anzeige der Codes</translation>
    </message>
    <message>
        <source>Hide codes until asked</source>
        <translation>Codes verbergen, bis sie angefordert werden</translation>
    </message>
    <message>
        <source>Copying does not show them</source>
        <translation>Beim Kopieren bleiben sie verborgen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>The settings could not be written; they hold until you quit.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden; sie gelten bis zum Beenden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Start and tray</source>
        <translation>Start und Infobereich</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Sign-ins to approve arrive only while Watchword runs. To end it, choose Quit.</source>
        <translation>Anmeldungen zum Bestätigen kommen nur an, solange Watchword läuft. „Beenden“ beendet es.</translation>
    </message>
    <message>
        <source>No window opens; Watchword is in the tray, if your desktop has one</source>
        <translation>Es öffnet sich kein Fenster; Watchword ist im Infobereich, wenn Ihr Desktop einen hat</translation>
    </message>
    <message>
        <source>Not for a folder that was named on the command line</source>
        <translation>Nicht für einen Ordner, der auf der Befehlszeile genannt wurde</translation>
    </message>
    <message>
        <source>Not possible: the folder of programs that start with the session can’t be written</source>
        <translation>Nicht möglich: In den Ordner der Programme, die mit der Sitzung starten, kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Start with the session, hidden</source>
        <translation>Verborgen mit der Sitzung starten</translation>
    </message>
    <message>
        <source>Also when the session is locked, and before the computer sleeps</source>
        <translation>Auch wenn die Sitzung gesperrt wird und bevor der Rechner schläft</translation>
    </message>
    <message>
        <source>Only with a password of Watchword’s own: in the keychain, the lock of your login session is the lock</source>
        <translation>Nur mit einem eigenen Passwort: Im Schlüsselbund ist die Sperre Ihrer Sitzung die Sperre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message numerus="yes">
        <source>After %n min</source>
        <translation>
            <numerusform>Nach %n Min.</numerusform>
            <numerusform>Nach %n Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Lock when nobody uses the computer</source>
        <translation>Sperren, wenn niemand den Rechner benutzt</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
</context>
<context>
    <name>watchword::app::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy the next code</source>
        <translation>Nächsten Code kopieren</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Scan the screen</source>
        <translation>Bildschirm scannen</translation>
    </message>
    <message>
        <source>Paste to add</source>
        <translation>Einfügen und hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>To the message</source>
        <translation>Zur Meldung</translation>
    </message>
    <message>
        <source>Pin to the top, or unpin</source>
        <translation>Oben anheften oder nicht mehr anheften</translation>
    </message>
    <message>
        <source>Move up in the list</source>
        <translation>In der Liste nach oben</translation>
    </message>
    <message>
        <source>Move down in the list</source>
        <translation>In der Liste nach unten</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>watchword::app::SignInBanner</name>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>watchword::app::SignInHistory</name>
    <message>
        <source>Sign-in history</source>
        <translation>Verlauf der Anmeldungen</translation>
    </message>
    <message>
        <source>There were no sign-in requests yet.</source>
        <translation>Es gab noch keine Anmeldeanfragen.</translation>
    </message>
    <message>
        <source>C&amp;lear the history…</source>
        <translation>Verlauf &amp;leeren …</translation>
    </message>
    <message>
        <source>What became of requests to approve sign-ins. It is kept only on this computer, and sealed.</source>
        <translation>Was aus Anmeldeanfragen wurde. Das liegt nur auf diesem Computer, versiegelt.</translation>
    </message>
    <message>
        <source>Sign-in requests, the latest first</source>
        <translation>Anmeldeanfragen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Requests that were not shown</source>
        <translation>Anfragen, die nicht angezeigt wurden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>watchword::app::SignInPassword</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The password of your accounts</source>
        <translation>Das Passwort Ihrer Konten</translation>
    </message>
    <message>
        <source>%1 wants it before you approve. It stays on this computer.</source>
        <translation>%1 verlangt es, bevor Sie genehmigen. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation>Zurück zur Frage</translation>
    </message>
</context>
<context>
    <name>watchword::app::SignInPrompt</name>
    <message>
        <source>Sign-in request</source>
        <translation>Anmeldeanfrage</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n weitere wartet</numerusform>
            <numerusform>%n weitere warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Deny (Esc)</source>
        <translation>Ablehnen (Esc)</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>It will be denied. Was it you?</source>
        <translation>Wird abgelehnt. Waren Sie es?</translation>
    </message>
    <message>
        <source>The sign-in is denied whatever you choose.</source>
        <translation>Die Anmeldung wird abgelehnt, was immer Sie wählen.</translation>
    </message>
    <message>
        <source>It wasn’t me</source>
        <translation>Ich war es nicht</translation>
    </message>
    <message>
        <source>I started it and cancelled</source>
        <translation>Ich habe sie begonnen und abgebrochen</translation>
    </message>
    <message>
        <source>Was it you who signed in?</source>
        <translation>Haben Sie sich angemeldet?</translation>
    </message>
    <message>
        <source>Change your password now</source>
        <translation>Ändern Sie jetzt Ihr Passwort</translation>
    </message>
    <message>
        <source>Somebody may know your password for %1. Change it where you manage that account, and tell the IT desk.</source>
        <translation>Vielleicht kennt jemand Ihr Passwort für %1. Ändern Sie es dort, wo Sie dieses Konto verwalten, und sagen Sie der IT-Beratung Bescheid.</translation>
    </message>
    <message>
        <source>Type this code where you sign in</source>
        <translation>Geben Sie diesen Code bei der Anmeldung ein</translation>
    </message>
    <message>
        <source>%1 has taken your approval. The code cannot be had again: this window stays until you close it.</source>
        <translation>%1 hat Ihre Genehmigung angenommen. Den Code gibt es nur einmal: Dieses Fenster bleibt, bis Sie es schließen.</translation>
    </message>
    <message>
        <source>What you gave was not among the choices for the second time. If you are still signing in, start the sign-in once more.</source>
        <translation>Ihre Eingabe gehörte zum zweiten Mal nicht zur Auswahl. Wenn Sie sich noch anmelden möchten, beginnen Sie die Anmeldung von vorn.</translation>
    </message>
    <message>
        <source>Requests are quiet for now</source>
        <translation>Anfragen sind vorerst still</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Nächste Anfrage</translation>
    </message>
    <message>
        <source>Approve with %1</source>
        <translation>Mit %1 genehmigen</translation>
    </message>
    <message>
        <source>Another window lies over this one, so Approve has to wait.</source>
        <translation>Ein anderes Fenster liegt über diesem; das Genehmigen muss deshalb warten.</translation>
    </message>
    <message numerus="yes">
        <source>Without a choice it is denied in %n second(s).</source>
        <translation>
            <numerusform>Ohne Auswahl wird in %n Sekunde abgelehnt.</numerusform>
            <numerusform>Ohne Auswahl wird in %n Sekunden abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This window closes in %n second(s).</source>
        <translation>
            <numerusform>Dieses Fenster schließt sich in %n Sekunde.</numerusform>
            <numerusform>Dieses Fenster schließt sich in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This window stays open.</source>
        <translation>Dieses Fenster bleibt offen.</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>Das Passwort wird geprüft …</translation>
    </message>
    <message>
        <source>Type the password of your accounts</source>
        <translation>Geben Sie das Passwort Ihrer Konten ein</translation>
    </message>
    <message>
        <source>Not approved: no password protects your accounts</source>
        <translation>Nicht genehmigt: Kein Passwort schützt Ihre Konten</translation>
    </message>
    <message>
        <source>%1 wants Watchword to ask for a password before each approval. Use one, then approve. You can deny it at any time.</source>
        <translation>%1 verlangt, dass Watchword vor jeder Genehmigung nach einem Passwort fragt. Verwenden Sie eines, dann genehmigen Sie. Ablehnen können Sie jederzeit.</translation>
    </message>
    <message>
        <source>Use a password…</source>
        <translation>Ein Passwort verwenden …</translation>
    </message>
</context>
<context>
    <name>watchword::app::SignInQuestion</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingetroffen</translation>
    </message>
    <message>
        <source>Which number does the browser show?</source>
        <translation>Welche Zahl zeigt der Browser?</translation>
    </message>
    <message>
        <source>Which letter does the browser show?</source>
        <translation>Welchen Buchstaben zeigt der Browser?</translation>
    </message>
    <message>
        <source>Which word does the browser show?</source>
        <translation>Welches Wort zeigt der Browser?</translation>
    </message>
    <message>
        <source>Show choices</source>
        <translation>Auswahl zeigen</translation>
    </message>
    <message>
        <source>A slip is pointed out once; after that a wrong one denies the sign-in.</source>
        <translation>Auf einen Vertipper werden Sie einmal hingewiesen; danach wird bei falscher Eingabe abgelehnt.</translation>
    </message>
    <message>
        <source>A wrong one ends the sign-in.</source>
        <translation>Eine falsche Wahl beendet die Anmeldung.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>watchword::app::SortTrash</name>
    <message>
        <source>%1 is removed for ever.</source>
        <translation>%1 ist endgültig entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are removed for ever.</source>
        <translation>
            <numerusform>%n Konto ist endgültig entfernt.</numerusform>
            <numerusform>%n Konten sind endgültig entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchword::app::StartAgain</name>
    <message>
        <source>Watchword</source>
        <translation>Watchword</translation>
    </message>
    <message>
        <source>Start again without these accounts?</source>
        <translation>Ohne diese Konten neu anfangen?</translation>
    </message>
    <message>
        <source>Nothing is deleted: should the keychain with your accounts come back, Watchword finds them there. Unless it does, each account has to be set up anew at its site. What Watchword noted beside the keychain, such as their order, is kept in its folder as “book.lost-…”; it can be read with that keychain only.</source>
        <translation>Es wird nichts gelöscht: Kommt der Schlüsselbund mit Ihren Konten zurück, findet Watchword sie dort. Sonst muss jedes Konto bei seiner Website neu eingerichtet werden. Was Watchword neben dem Schlüsselbund notiert hat, etwa ihre Reihenfolge, bleibt in seinem Ordner als „book.lost-…“ aufbewahrt; lesbar ist es nur mit jenem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu anfangen</translation>
    </message>
    <message>
        <source>Watchword begins anew. Nothing was deleted.</source>
        <translation>Watchword fängt neu an. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Your accounts are there again. Nothing was changed.</source>
        <translation>Ihre Konten sind wieder da. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing is deleted. Each account has to be set up anew at its site. Should a backup of Watchword’s folder turn up later, move the folder with the new accounts somewhere else before you put it back; should a keychain with your accounts come back, Watchword finds them there.</source>
        <translation>Es wird nichts gelöscht. Jedes Konto muss bei seiner Website neu eingerichtet werden. Findet sich später eine Sicherung des Ordners von Watchword, verschieben Sie den Ordner mit den neuen Konten an einen anderen Ort, bevor Sie die Sicherung zurückholen; kommt ein Schlüsselbund mit Ihren Konten zurück, findet Watchword sie dort.</translation>
    </message>
</context>
<context>
    <name>watchword::app::TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Accounts in the trash keep their keys until you remove them. Before that, switch multi-factor authentication off at the site.</source>
        <translation>Konten im Papierkorb behalten ihre Schlüssel, bis Sie sie entfernen. Schalten Sie vorher die Mehr-Faktor-Anmeldung auf der Website aus.</translation>
    </message>
    <message>
        <source>&amp;Select them</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Accounts in the trash</source>
        <translation>Konten im Papierkorb</translation>
    </message>
    <message>
        <source>Re&amp;move for ever…</source>
        <translation>Endgültig &amp;entfernen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>In the trash since %1</source>
        <translation>Im Papierkorb seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) have been here for more than 30 days</source>
        <translation>
            <numerusform>%n Konto ist seit mehr als 30 Tagen hier</numerusform>
            <numerusform>%n Konten sind seit mehr als 30 Tagen hier</numerusform>
        </translation>
    </message>
    <message>
        <source>If you do not need them any more, remove them.</source>
        <translation>Wenn Sie sie nicht mehr brauchen, entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Approve / Deny with %1</source>
        <translation>Genehmigen / Ablehnen mit %1</translation>
    </message>
</context>
<context>
    <name>watchword::app::TrayIcon</name>
    <message>
        <source>Scan the QR code on my screen</source>
        <translation type="obsolete">QR-Code auf meinem Bildschirm scannen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="obsolete">Beenden</translation>
    </message>
    <message>
        <source>Sign-in waiting: %1</source>
        <translation>Anmeldung wartet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more sign-in(s) waiting</source>
        <translation>
            <numerusform>%n weitere Anmeldung wartet</numerusform>
            <numerusform>%n weitere Anmeldungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Scan the QR code on my screen</source>
        <translation>QR-Code auf dem Bildschirm &amp;scannen</translation>
    </message>
    <message>
        <source>&amp;Open Watchword</source>
        <translation>Watchword &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
</context>
<context>
    <name>watchword::app::TroublePage</name>
    <message>
        <source>Waiting for your keychain</source>
        <translation>Warten auf Ihren Schlüsselbund</translation>
    </message>
    <message>
        <source>Your desktop is asking for the password of your keychain in a window of its own. Take all the time you need.</source>
        <translation>Ihre Arbeitsumgebung fragt in einem eigenen Fenster nach dem Passwort Ihres Schlüsselbunds. Nehmen Sie sich so viel Zeit, wie Sie brauchen.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Opening your accounts</source>
        <translation>Ihre Konten werden geöffnet</translation>
    </message>
    <message>
        <source>Watchword is reading your keychain. This should take a moment only.</source>
        <translation>Watchword liest Ihren Schlüsselbund. Das sollte nur einen Moment dauern.</translation>
    </message>
    <message>
        <source>Your keychain is locked</source>
        <translation>Ihr Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Your accounts are there and safe. Watchword can’t read them until you unlock your keychain.</source>
        <translation>Ihre Konten sind da und sicher. Watchword kann sie erst lesen, wenn Sie Ihren Schlüsselbund entsperren.</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>Your keychain can’t be reached</source>
        <translation>Ihr Schlüsselbund ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Your accounts are missing from the keychain</source>
        <translation>Ihre Konten fehlen im Schlüsselbund</translation>
    </message>
    <message>
        <source>Watchword kept accounts in this keychain before, and now none are there. The keychain may have been reset, or another one may be in use. Nothing has been changed; open the keychain you used before and try again.</source>
        <translation type="vanished">Watchword hat bisher Konten in diesem Schlüsselbund aufbewahrt, und jetzt sind keine da. Vielleicht wurde der Schlüsselbund zurückgesetzt, oder es wird ein anderer verwendet. Es wurde nichts geändert; öffnen Sie den bisherigen Schlüsselbund und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your accounts can’t be read</source>
        <translation>Ihre Konten können nicht gelesen werden</translation>
    </message>
    <message>
        <source>What is in your keychain is damaged. Nothing has been changed or removed: the items “Watchword” can still be looked at with your desktop’s password manager.</source>
        <translation>Was in Ihrem Schlüsselbund steht, ist beschädigt. Es wurde nichts geändert oder entfernt: Die Einträge „Watchword“ können Sie weiterhin mit der Passwortverwaltung Ihrer Arbeitsumgebung ansehen.</translation>
    </message>
    <message>
        <source>A newer Watchword was here</source>
        <translation>Hier war eine neuere Version von Watchword</translation>
    </message>
    <message>
        <source>Your accounts were saved by a newer version of Watchword. This one changes nothing; please use the newer version.</source>
        <translation>Ihre Konten wurden von einer neueren Version von Watchword gespeichert. Diese hier ändert nichts; bitte verwenden Sie die neuere.</translation>
    </message>
    <message>
        <source>Two sets of accounts were found</source>
        <translation type="vanished">Zwei Sammlungen von Konten gefunden</translation>
    </message>
    <message>
        <source>Your keychain holds accounts of two different vaults. Nothing has been changed; this version of Watchword cannot merge them yet.</source>
        <translation type="vanished">Ihr Schlüsselbund enthält Konten aus zwei verschiedenen Tresoren. Es wurde nichts geändert; diese Version von Watchword kann sie noch nicht zusammenführen.</translation>
    </message>
    <message>
        <source>These accounts are protected by a password</source>
        <translation type="vanished">Diese Konten sind durch ein Passwort geschützt</translation>
    </message>
    <message>
        <source>This version of Watchword cannot open accounts that are protected by a password of their own.</source>
        <translation type="vanished">Diese Version von Watchword kann Konten, die durch ein eigenes Passwort geschützt sind, nicht öffnen.</translation>
    </message>
    <message>
        <source>Watchword is reading the file with your accounts. This should take a moment only.</source>
        <translation>Watchword liest die Datei mit Ihren Konten. Das sollte nur einen Augenblick dauern.</translation>
    </message>
    <message>
        <source>The password is right, but the file with your accounts is damaged, and so is the copy of it. Nothing has been changed or removed. If there is a backup of Watchword’s folder, put “book” and “book.1” back from it and try again.</source>
        <translation>Das Passwort stimmt, aber die Datei mit Ihren Konten ist beschädigt, ebenso deren Kopie. Es wurde nichts geändert oder entfernt. Wenn es eine Sicherung des Ordners von Watchword gibt, stellen Sie „book“ und „book.1“ daraus wieder her und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Watchword can do without the keychain: your accounts are then in a sealed file on this computer, which only a password of your own opens.</source>
        <translation>Watchword kommt auch ohne Schlüsselbund aus: Ihre Konten liegen dann in einer versiegelten Datei auf diesem Computer, die nur ein eigenes Passwort öffnet.</translation>
    </message>
    <message>
        <source>Use a password instead</source>
        <translation>Stattdessen ein Passwort verwenden</translation>
    </message>
    <message>
        <source>Watchword keeps your accounts in your keychain, which is locked. Unlock it to begin.</source>
        <translation>Watchword bewahrt Ihre Konten im Schlüsselbund auf, und der ist gesperrt. Entsperren Sie ihn, um anzufangen.</translation>
    </message>
    <message>
        <source>Another keychain is in use</source>
        <translation>Ein anderer Schlüsselbund ist in Gebrauch</translation>
    </message>
    <message>
        <source>Your accounts are in the keychain that you used before, and another one answers now. Nothing has been changed; start the one of before, then try again.</source>
        <translation type="vanished">Ihre Konten sind in dem Schlüsselbund, den Sie zuvor verwendet haben, und jetzt antwortet ein anderer. Es wurde nichts geändert; starten Sie den früheren und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your accounts are in the keychain that you used before, and another one answers now. Nothing has been changed; start the one of before, then try again. If it is lost for good, you can start again.</source>
        <translation>Ihre Konten sind in dem Schlüsselbund, den Sie zuvor verwendet haben, und jetzt antwortet ein anderer. Es wurde nichts geändert; starten Sie den früheren und versuchen Sie es noch einmal. Ist er endgültig verloren, können Sie neu anfangen.</translation>
    </message>
    <message>
        <source>Watchword kept accounts in this keychain before, and now none are there. The keychain may have been reset, or another one may be in use. Nothing has been changed; open the keychain you used before and try again. If it is lost for good, you can start again.</source>
        <translation>Watchword hat bisher Konten in diesem Schlüsselbund aufbewahrt, und jetzt sind keine da. Vielleicht wurde der Schlüsselbund zurückgesetzt, oder es wird ein anderer verwendet. Es wurde nichts geändert; öffnen Sie den bisherigen Schlüsselbund und versuchen Sie es erneut. Ist er endgültig verloren, können Sie neu anfangen.</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>Neu anfangen …</translation>
    </message>
    <message>
        <source>Your accounts are missing</source>
        <translation>Ihre Konten fehlen</translation>
    </message>
    <message>
        <source>Nothing has been changed. If they are lost for good, you can start again.</source>
        <translation>Es wurde nichts geändert. Sind sie endgültig verloren, können Sie neu anfangen.</translation>
    </message>
    <message>
        <source>The folder is %1.</source>
        <translation type="vanished">Der Ordner ist %1.</translation>
    </message>
</context>
<context>
    <name>watchword::app::TwoVaultsPage</name>
    <message>
        <source>%1 (in the trash)</source>
        <translation>%1 (im Papierkorb)</translation>
    </message>
    <message>
        <source>%1 (approves sign-ins, in the trash)</source>
        <translation>%1 (bestätigt Anmeldungen, im Papierkorb)</translation>
    </message>
    <message>
        <source>%1 (approves sign-ins)</source>
        <translation>%1 (bestätigt Anmeldungen)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Accounts of the first set</source>
        <translation>Konten der ersten Sammlung</translation>
    </message>
    <message>
        <source>Accounts of the second set</source>
        <translation>Konten der zweiten Sammlung</translation>
    </message>
    <message>
        <source>Closes the window; nothing is changed.</source>
        <translation>Schließt das Fenster; es wird nichts geändert.</translation>
    </message>
    <message>
        <source>Two sets of accounts were found</source>
        <translation>Zwei Sammlungen von Konten gefunden</translation>
    </message>
    <message>
        <source>Your keychain holds two different sets of accounts, as after a copy or a restored backup, or beside another computer. Nothing has been changed, and nothing will be before you choose.</source>
        <translation>Ihr Schlüsselbund enthält zwei verschiedene Sammlungen von Konten, wie nach einer Kopie oder einer wiederhergestellten Sicherung oder neben einem anderen Computer. Es wurde nichts geändert, und es wird nichts geändert, bevor Sie wählen.</translation>
    </message>
    <message numerus="yes">
        <source>First set: %n account(s)</source>
        <translation>
            <numerusform>Erste Sammlung: %n Konto</numerusform>
            <numerusform>Erste Sammlung: %n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the first since Watchword used it here last.</source>
        <translation>Sie ist die erste, weil Watchword sie hier zuletzt verwendet hat.</translation>
    </message>
    <message>
        <source>It is the first since it was changed more often.</source>
        <translation>Sie ist die erste, weil sie öfter geändert wurde.</translation>
    </message>
    <message numerus="yes">
        <source>Second set: %n account(s)</source>
        <translation>
            <numerusform>Zweite Sammlung: %n Konto</numerusform>
            <numerusform>Zweite Sammlung: %n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>Put both together</source>
        <translation>Beide vereinen</translation>
    </message>
    <message>
        <source>Recommended: the accounts of both sets come into one list, and nothing is lost. What you then see twice you can delete.</source>
        <translation>Empfohlen: Die Konten beider Sammlungen kommen in eine Liste, und nichts geht verloren. Was Sie dann doppelt sehen, können Sie löschen.</translation>
    </message>
    <message>
        <source>Use the first set</source>
        <translation>Die erste verwenden</translation>
    </message>
    <message>
        <source>The second one is kept as a file in Watchword’s folder. This version cannot read that file back.</source>
        <translation>Die zweite wird als Datei im Ordner von Watchword aufgehoben. Diese Version kann die Datei nicht zurücklesen.</translation>
    </message>
    <message>
        <source>Use the second set</source>
        <translation>Die zweite verwenden</translation>
    </message>
    <message>
        <source>The first one is kept as a file in Watchword’s folder. This version cannot read that file back.</source>
        <translation>Die erste wird als Datei im Ordner von Watchword aufgehoben. Diese Version kann die Datei nicht zurücklesen.</translation>
    </message>
    <message>
        <source>These are not the accounts of before</source>
        <translation>Das sind nicht die Konten von vorher</translation>
    </message>
    <message>
        <source>The keychain holds a set of accounts, but the file with the order of your accounts belongs to another set, whose keys are not in this keychain. That happens when Watchword’s folder or a keychain was copied or restored. Nothing has been changed. If you used another keychain before, open that and try again.</source>
        <translation>Der Schlüsselbund enthält eine Sammlung von Konten, aber die Datei mit der Reihenfolge Ihrer Konten gehört zu einer anderen, deren Schlüssel nicht in diesem Schlüsselbund sind. Das kommt vor, wenn der Ordner von Watchword oder ein Schlüsselbund kopiert oder wiederhergestellt wurde. Es wurde nichts geändert. Wenn Sie zuvor einen anderen Schlüsselbund verwendet haben, öffnen Sie den und versuchen Sie es noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>In the keychain: %n account(s)</source>
        <translation>
            <numerusform>Im Schlüsselbund: %n Konto</numerusform>
            <numerusform>Im Schlüsselbund: %n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>Use these accounts</source>
        <translation>Diese Konten verwenden</translation>
    </message>
    <message>
        <source>The file of before is put aside in Watchword’s folder. It holds order and groups, but no keys.</source>
        <translation>Die frühere Datei wird im Ordner von Watchword beiseitegelegt. Sie enthält Reihenfolge und Gruppen, aber keine Schlüssel.</translation>
    </message>
    <message>
        <source>Your accounts are being saved…</source>
        <translation>Ihre Konten werden gespeichert …</translation>
    </message>
</context>
<context>
    <name>watchword::app::TypeKeyDialog</name>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Type the key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Sites show it beside the QR code, often under “Can’t scan the code?”.</source>
        <translation>Websites zeigen ihn neben dem QR-Code, oft unter „QR-Code kann nicht gescannt werden?“.</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>Name der Website</translation>
    </message>
    <message>
        <source>Your account there</source>
        <translation>Ihr Konto dort</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Letters A to Z and digits 2 to 7; spaces do not matter.</source>
        <translation>Buchstaben A bis Z und Ziffern 2 bis 7; Leerzeichen spielen keine Rolle.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="vanished">Art</translation>
    </message>
    <message>
        <source>Changes with time (TOTP)</source>
        <translation type="vanished">Wechselt mit der Zeit (TOTP)</translation>
    </message>
    <message>
        <source>Counts its codes (HOTP)</source>
        <translation type="vanished">Zählt seine Codes (HOTP)</translation>
    </message>
    <message>
        <source>Steam</source>
        <translation type="vanished">Steam</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="vanished">Verfahren</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="vanished">Ziffern</translation>
    </message>
    <message>
        <source>Seconds until a new code</source>
        <translation type="vanished">Sekunden bis zum nächsten Code</translation>
    </message>
    <message>
        <source>Counter of the next code</source>
        <translation type="vanished">Zähler des nächsten Codes</translation>
    </message>
    <message>
        <source>The key can be read.</source>
        <translation>Der Schlüssel ist lesbar.</translation>
    </message>
    <message>
        <source>Type the key that the site shows.</source>
        <translation>Geben Sie den Schlüssel ein, den die Website anzeigt.</translation>
    </message>
</context>
<context>
    <name>watchword::app::UnlockAccounts</name>
    <message>
        <source>Forgot the password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Only a backup helps</source>
        <translation>Nur eine Sicherung hilft</translation>
    </message>
    <message>
        <source>There is no way round the password, for you, for us or for anybody else: the file cannot be read without it. Nothing has been removed, and you can try as often as you like.</source>
        <translation>Am Passwort führt kein Weg vorbei, weder für Sie noch für uns noch für sonst jemanden: Ohne es lässt sich die Datei nicht lesen. Es wurde nichts entfernt, und Sie können es so oft versuchen, wie Sie möchten.</translation>
    </message>
    <message>
        <source>If there is a backup of this computer from before the password was changed, put Watchword’s folder back from it and give the password of that time.</source>
        <translation>Wenn es eine Sicherung dieses Computers aus der Zeit vor der Änderung des Passworts gibt, stellen Sie daraus den Ordner von Watchword wieder her und geben Sie das damalige Passwort ein.</translation>
    </message>
    <message>
        <source>To start again without these accounts, quit Watchword and move its folder somewhere else, for the day on which the password comes back to you. Then set up each account anew at its site; most sites let you in with a recovery code.</source>
        <translation>Um ohne diese Konten neu anzufangen, beenden Sie Watchword und verschieben Sie seinen Ordner an einen anderen Ort, für den Tag, an dem Ihnen das Passwort wieder einfällt. Richten Sie dann jedes Konto bei seinem Anbieter neu ein; die meisten lassen Sie mit einem Wiederherstellungscode hinein.</translation>
    </message>
    <message>
        <source>The folder is %1.</source>
        <translation type="vanished">Der Ordner ist %1.</translation>
    </message>
</context>
<context>
    <name>watchword::app::UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Watchword is locked</source>
        <translation>Watchword ist gesperrt</translation>
    </message>
    <message>
        <source>Your accounts are in a sealed file on this computer.</source>
        <translation>Ihre Konten liegen in einer versiegelten Datei auf diesem Computer.</translation>
    </message>
    <message>
        <source>Type the password first.</source>
        <translation>Geben Sie zuerst das Passwort ein.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>The password was changed in another window; give the new one.</source>
        <translation>Das Passwort wurde in einem anderen Fenster geändert; geben Sie das neue ein.</translation>
    </message>
    <message>
        <source>That isn’t the password.</source>
        <translation>Das ist nicht das Passwort.</translation>
    </message>
    <message>
        <source>Sign-ins are not checked while Watchword is locked.</source>
        <translation>Anmeldungen werden nicht abgefragt, solange Watchword gesperrt ist.</translation>
    </message>
</context>
<context>
    <name>watchword::app::VaultBanner</name>
    <message>
        <source>The secret of %1 is missing in the keychain. Set the account up anew at its site.</source>
        <translation>Der geheime Schlüssel von %1 fehlt im Schlüsselbund. Richten Sie das Konto auf seiner Website neu ein.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Use a password…</source>
        <translation>Ein Passwort verwenden …</translation>
    </message>
    <message>
        <source>Look at what is not understood</source>
        <translation>Ansehen, was nicht verstanden wird</translation>
    </message>
</context>
</TS>
