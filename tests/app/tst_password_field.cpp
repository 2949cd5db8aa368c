// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The field for a password: what it takes, what it gives, and what it tells nobody.
#include "app/support/theme/theme.h"
#include "app/widgets/password_field.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace watchword;
using namespace watchword::app;

namespace {

constexpr int patience = 20'000;
constexpr quint32 lockMask = 2;

QList<QAccessible::Event> announced;

void noteEvent(QAccessibleEvent *event)
{
    announced << event->type();
}

} // namespace

class TestPasswordField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void takes_what_is_typed_as_utf8();
    void is_written_at_the_caret();
    void a_letter_with_its_accents_is_one_character();
    void all_of_it_can_be_replaced_and_removed();
    void takes_what_an_input_method_gives();
    void tells_an_input_method_nothing();
    void is_pasted_without_the_end_of_its_line();
    void refuses_what_is_too_long_or_no_line_data();
    void refuses_what_is_too_long_or_no_line();
    void is_not_copied_cut_or_undone();
    void keeps_its_keys_from_the_windows_shortcuts();
    void enter_submits_and_hides();
    void nothing_is_changed_while_it_is_read_only();
    void is_shown_only_while_somebody_looks();
    void says_that_caps_lock_is_on();
    void a_click_puts_the_caret_between_two_characters();
    void screen_readers_hear_of_a_password_and_of_nothing_in_it();

private:
    /// What is in it, for a test that may know.
    QString written() const { return QString::fromUtf8(m_field->text().text().toByteArray()); }
    void type(const QString &text) const
    {
        for (const QChar letter : text) {
            QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(m_field, &key);
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_field, key, modifiers);
    }
    QToolButton *eye() const { return m_field->findChild<QToolButton *>(); }
    QImage drawn() const { return m_field->grab().toImage(); }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    PasswordField *m_field = nullptr;
    QLabel *m_label = nullptr;
};

void TestPasswordField::initTestCase()
{
    m_theme.install();
    QAccessible::setActive(true);
    QAccessible::installUpdateHandler(&noteEvent);
}

void TestPasswordField::init()
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_label = new QLabel(QStringLiteral("&Password"));
    m_field = new PasswordField(m_theme);
    m_label->setBuddy(m_field);
    column->addWidget(m_label);
    column->addWidget(m_field);
    m_field->setFocus();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
    QTRY_VERIFY(m_field->hasFocus());
    announced.clear();
}

void TestPasswordField::cleanup()
{
    m_window.reset();
}

void TestPasswordField::takes_what_is_typed_as_utf8()
{
    QSignalSpy edited(m_field, &PasswordField::edited);
    type(QStringLiteral("Grüße 1!"));
    QCOMPARE(m_field->text(), SecretBytes::copyOf(bytesOf("Gr\xC3\xBC\xC3\x9F\x65 1!")));
    QCOMPARE(edited.size(), 8);
    // AltGr is Ctrl and Alt on some keyboards; Ctrl alone is a command, and so is Alt.
    QKeyEvent euro(QEvent::KeyPress, Qt::Key_E, Qt::ControlModifier | Qt::AltModifier, QStringLiteral("€"));
    QApplication::sendEvent(m_field, &euro);
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_E, Qt::AltModifier);
    QCOMPARE(written(), QStringLiteral("Grüße 1!€"));
    m_field->clear();
    QVERIFY(m_field->isEmpty());
    QVERIFY(m_field->text().isEmpty());
}

void TestPasswordField::is_written_at_the_caret()
{
    type(QStringLiteral("bd"));
    press(Qt::Key_Left);
    type(QStringLiteral("c"));
    press(Qt::Key_Home);
    type(QStringLiteral("a"));
    press(Qt::Key_End);
    type(QStringLiteral("ef"));
    QCOMPARE(written(), QStringLiteral("abcdef"));
    press(Qt::Key_Backspace);
    press(Qt::Key_Home);
    press(Qt::Key_Backspace); // there is nothing before it
    press(Qt::Key_Delete);
    press(Qt::Key_Right);
    press(Qt::Key_Delete);
    QCOMPARE(written(), QStringLiteral("bde"));
}

void TestPasswordField::a_letter_with_its_accents_is_one_character()
{
    const QString family = QStringLiteral("\U0001F468\u200D\U0001F469"); // one picture of two people
    const QString accented = QStringLiteral("a\u0308\u0323");
    QInputMethodEvent given;
    given.setCommitString(QStringLiteral("x") + accented + family + QStringLiteral("y"));
    QApplication::sendEvent(m_field, &given);
    press(Qt::Key_Left);
    press(Qt::Key_Backspace);
    QCOMPARE(written(), QStringLiteral("x") + accented + QStringLiteral("y"));
    press(Qt::Key_Left);
    press(Qt::Key_Delete);
    QCOMPARE(written(), QStringLiteral("xy"));
}

void TestPasswordField::all_of_it_can_be_replaced_and_removed()
{
    type(QStringLiteral("wrong"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("right"));
    QCOMPARE(written(), QStringLiteral("right"));
    m_field->selectAll();
    press(Qt::Key_Left); // chosen no longer
    press(Qt::Key_Backspace);
    QCOMPARE(written(), QStringLiteral("rigt"));
    m_field->selectAll();
    press(Qt::Key_Delete);
    QVERIFY(m_field->isEmpty());
    type(QStringLiteral("two words"));
    press(Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(m_field->isEmpty());
}

void TestPasswordField::takes_what_an_input_method_gives()
{
    type(QStringLiteral("a"));
    const QImage before = drawn();
    QInputMethodEvent composing(QStringLiteral("ni"), {});
    QApplication::sendEvent(m_field, &composing);
    QCOMPARE(written(), QStringLiteral("a"));
    QVERIFY(drawn() != before);
    QInputMethodEvent given;
    given.setCommitString(QStringLiteral("你é"));
    QApplication::sendEvent(m_field, &given);
    QCOMPARE(written(), QStringLiteral("a你é"));
}

void TestPasswordField::tells_an_input_method_nothing()
{
    type(QStringLiteral("secret"));
    QInputMethodQueryEvent asked(Qt::ImQueryAll);
    QApplication::sendEvent(m_field, &asked);
    QVERIFY(asked.value(Qt::ImEnabled).toBool());
    const auto hints = Qt::InputMethodHints(asked.value(Qt::ImHints).toInt());
    QVERIFY(hints & Qt::ImhHiddenText && hints & Qt::ImhSensitiveData && hints & Qt::ImhNoPredictiveText);
    for (const Qt::InputMethodQuery query : {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor,
                                             Qt::ImTextAfterCursor, Qt::ImCursorPosition, Qt::ImAbsolutePosition})
        QVERIFY2(!asked.value(query).isValid(), QByteArray::number(query));
}

void TestPasswordField::is_pasted_without_the_end_of_its_line()
{
    QApplication::clipboard()->setText(QStringLiteral("päste \r\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(written(), QStringLiteral("päste "));
    // And by the menu, which offers nothing else.
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_field, &asked);
    QPointer<QMenu> menu = m_field->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().first()->trigger();
    QCOMPARE(written(), QStringLiteral("päste päste "));
    menu->close();
}

void TestPasswordField::refuses_what_is_too_long_or_no_line_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("too long") << QString(int(SecretLine::most), u'x');
    QTest::newRow("too long in UTF-8 only") << QString(600, u'é');
    QTest::newRow("two lines") << QStringLiteral("one\ntwo");
    QTest::newRow("a tab") << QStringLiteral("one\ttwo");
    QTest::newRow("nothing") << QStringLiteral("\n");
}

void TestPasswordField::refuses_what_is_too_long_or_no_line()
{
    QFETCH(const QString, text);
    type(QStringLiteral("kept"));
    QApplication::clipboard()->setText(text);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(written(), QStringLiteral("kept"));
    QApplication::clipboard()->setText(QString(int(SecretLine::most) - 4, u'y'));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_field->text().size(), SecretLine::most);
    type(QStringLiteral("z"));
    QCOMPARE(m_field->text().size(), SecretLine::most);
    drawn(); // far longer than the field
}

void TestPasswordField::is_not_copied_cut_or_undone()
{
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    type(QStringLiteral("secret"));
    m_field->setRevealed(true);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    press(Qt::Key_X, Qt::ControlModifier);
    press(Qt::Key_Insert, Qt::ControlModifier);
    press(Qt::Key_Delete, Qt::ShiftModifier); // which cuts, elsewhere
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
    m_field->clear();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_field->isEmpty());
    QVERIFY(QApplication::clipboard()->text(QClipboard::Selection).isEmpty());
}

void TestPasswordField::keeps_its_keys_from_the_windows_shortcuts()
{
    QAction paste(QStringLiteral("paste an account"));
    paste.setShortcut(QKeySequence::Paste);
    QAction lock(QStringLiteral("lock"));
    lock.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_window->addActions({&paste, &lock});
    QSignalSpy pasted(&paste, &QAction::triggered);
    QSignalSpy locked(&lock, &QAction::triggered);
    QApplication::clipboard()->setText(QStringLiteral("p"));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(written(), QStringLiteral("p"));
    QCOMPARE(pasted.size(), 0);
    press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(locked.size(), 1);
}

void TestPasswordField::enter_submits_and_hides()
{
    QSignalSpy submitted(m_field, &PasswordField::submitted);
    type(QStringLiteral("secret"));
    m_field->setRevealed(true);
    press(Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QVERIFY(!m_field->isRevealed());
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(submitted.size(), 2);
    QCOMPARE(written(), QStringLiteral("secret"));
}

void TestPasswordField::nothing_is_changed_while_it_is_read_only()
{
    QSignalSpy submitted(m_field, &PasswordField::submitted);
    QApplication::clipboard()->setText(QStringLiteral("p"));
    type(QStringLiteral("secret"));
    m_field->setReadOnly(true);
    type(QStringLiteral("x"));
    press(Qt::Key_V, Qt::ControlModifier);
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace, Qt::ControlModifier);
    press(Qt::Key_Return);
    QInputMethodEvent given;
    given.setCommitString(QStringLiteral("x"));
    QApplication::sendEvent(m_field, &given);
    QCOMPARE(written(), QStringLiteral("secret"));
    QCOMPARE(submitted.size(), 0);
    QVERIFY(m_field->hasFocus());
    m_field->setReadOnly(false);
    type(QStringLiteral("x"));
    QCOMPARE(written(), QStringLiteral("secretx"));
}

void TestPasswordField::is_shown_only_while_somebody_looks()
{
    type(QStringLiteral("wide WWWW"));
    const QImage dots = drawn();
    m_field->clear();
    type(QStringLiteral("slim iiii"));
    QCOMPARE(drawn(), dots); // as wide as any other of its length
    QTest::mouseClick(eye(), Qt::LeftButton);
    QVERIFY(m_field->isRevealed());
    QVERIFY(m_field->hasFocus());
    QCOMPARE(eye()->accessibleName(), QStringLiteral("Hide password"));
    QVERIFY(drawn() != dots);
    QWidget other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other, patience));
    QTRY_VERIFY(!m_field->isRevealed());
    QCOMPARE(eye()->accessibleName(), QStringLiteral("Show password"));
}

void TestPasswordField::says_that_caps_lock_is_on()
{
    QLabel *words = nullptr;
    for (QLabel *const label : m_field->findChildren<QLabel *>()) {
        if (label->text() == QStringLiteral("Caps Lock is on."))
            words = label;
    }
    QVERIFY(words);
    constexpr quint32 someKey = 66;
    const auto send = [this](QEvent::Type type, Qt::Key key, quint32 before) {
        QKeyEvent event(type, key, Qt::NoModifier, someKey, 0, before,
                        key == Qt::Key_A ? QStringLiteral("A") : QString());
        QApplication::sendEvent(m_field, &event);
    };
    const int low = m_field->sizeHint().height();
    QVERIFY(!words->isVisible());
    send(QEvent::KeyPress, Qt::Key_A, lockMask); // it was on before the field came
    QVERIFY(words->isVisible());
    QVERIFY(announced.contains(QAccessible::Alert));
    QVERIFY(m_field->sizeHint().height() > low);
    send(QEvent::KeyPress, Qt::Key_CapsLock, lockMask);
    send(QEvent::KeyRelease, Qt::Key_CapsLock, lockMask);
    QVERIFY(!words->isVisible());
    send(QEvent::KeyPress, Qt::Key_CapsLock, 0);
    send(QEvent::KeyRelease, Qt::Key_CapsLock, lockMask);
    QVERIFY(words->isVisible());
    send(QEvent::KeyPress, Qt::Key_A, 0);
    QVERIFY(!words->isVisible());
}

void TestPasswordField::a_click_puts_the_caret_between_two_characters()
{
    type(QStringLiteral("iiii"));
    QTest::mouseClick(m_field, Qt::LeftButton, {}, QPoint(2, 20));
    type(QStringLiteral("a"));
    QTest::mouseClick(m_field, Qt::LeftButton, {}, QPoint(m_field->width() - 60, 20));
    type(QStringLiteral("z"));
    QCOMPARE(written(), QStringLiteral("aiiiiz"));
    QTest::mouseDClick(m_field, Qt::LeftButton, {}, QPoint(40, 20));
    type(QStringLiteral("n"));
    QCOMPARE(written(), QStringLiteral("n"));
    m_field->setLayoutDirection(Qt::RightToLeft);
    type(QStringLiteral("m"));
    QTest::mouseClick(m_field, Qt::LeftButton, {}, QPoint(m_field->width() / 2, 20));
    type(QStringLiteral("a"));
    QCOMPARE(written(), QStringLiteral("anm")); // it stands at the right, and runs to the right
}

void TestPasswordField::screen_readers_hear_of_a_password_and_of_nothing_in_it()
{
    QAccessibleInterface *const field = QAccessible::queryAccessibleInterface(m_field);
    QVERIFY(field);
    QCOMPARE(field->role(), QAccessible::EditableText);
    QVERIFY(field->state().passwordEdit && field->state().focusable && field->state().focused);
    QCOMPARE(field->text(QAccessible::Name), QStringLiteral("Password"));
    m_field->setAccessibleName(QStringLiteral("New password"));
    m_field->setAccessibleDescription(QStringLiteral("At least something"));
    QCOMPARE(field->text(QAccessible::Name), QStringLiteral("New password"));
    QCOMPARE(field->text(QAccessible::Description), QStringLiteral("At least something"));

    announced.clear();
    type(QStringLiteral("secret"));
    m_field->setRevealed(true);
    press(Qt::Key_Backspace);
    QVERIFY(!field->textInterface());
    QVERIFY(!field->editableTextInterface());
    QVERIFY(!field->valueInterface());
    QVERIFY(field->text(QAccessible::Value).isEmpty());
    for (const QAccessible::Event type :
         {QAccessible::TextInserted, QAccessible::TextRemoved, QAccessible::TextUpdated, QAccessible::TextCaretMoved,
          QAccessible::TextSelectionChanged, QAccessible::ValueChanged})
        QVERIFY2(!announced.contains(type), QByteArray::number(type));
    m_field->setReadOnly(true);
    QVERIFY(field->state().readOnly);
}

QTEST_MAIN(TestPasswordField)
#include "tst_password_field.moc"
