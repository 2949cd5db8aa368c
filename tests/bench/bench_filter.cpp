// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `bench_filter [ACCOUNTS]`, on a display: what one keystroke in the search costs the window's thread, from the key to the
// painted list, with 10,000 accounts; words are typed and deleted again letter by letter.
#include "app/models/account_model.h"
#include "app/models/code_ticker.h"
#include "app/support/theme/theme.h"
#include "app/windows/main_window.h"
#include "tests/bench/processor_time.h"
#include "tests/support/vault_process.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace watchword;
using namespace watchword::app;
using namespace watchword::tests;

namespace {

class PaintWatch final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        isPainted = isPainted || event->type() == QEvent::Paint;
        return false;
    }
    bool isPainted = false;
};

struct Cost {
    char key;
    double wall, processor;
    int rows;
};

Cost strike(QLineEdit &search, QListView &list, PaintWatch &watch, char key)
{
    watch.isPainted = false;
    QElapsedTimer timer;
    timer.start();
    const double before = bench::processorTime();
    const int code = key == '\b' ? int(Qt::Key_Backspace) : int(Qt::Key_A) + (key - 'a');
    const QString text = key == '\b' ? QString() : QString(QLatin1Char(key));
    QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&search, &press);
    while (!watch.isPainted && timer.elapsed() < 2000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    QCoreApplication::processEvents(); // the rest of the window
    return {key, double(timer.nsecsElapsed()) / 1e6, bench::processorTime() - before, list.model()->rowCount()};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int count = argc > 1 ? int(std::strtol(argv[1], nullptr, 10)) : 10'000;
    const QTemporaryDir folder;
    Theme theme;
    theme.install();
    VaultProcess<ScriptedKeyStore> process(folder.path(), std::make_shared<Keychain>());
    process.open();
    std::vector<accounts::Proposal> proposals;
    const QStringList words{QStringLiteral("GitHub"), QStringLiteral("Nextcloud"),  QStringLiteral("Bank of Berlin"),
                            QStringLiteral("Mail"),   QStringLiteral("University"), QStringLiteral("Sparkasse")};
    for (int number = 0; number < count; ++number) {
        accounts::Proposal proposal = github();
        proposal.account.issuer = QStringLiteral("%1 %2").arg(words[number % words.size()]).arg(number);
        proposal.account.name = QStringLiteral("person%1@example.org").arg(number);
        proposals.push_back(std::move(proposal));
    }
    const vault::Vault::Saved saved = process.wait<vault::Vault::Saved>(
        [&](QObject *context, auto handler) { process.vault->add(std::move(proposals), context, std::move(handler)); });
    AccountModel model(*process.vault, process.clock);
    CodeTicker ticker(process.clock);
    MainWindow window(theme, *process.vault, model, ticker, [](const QMimeData &) { return false; });
    window.showState();
    window.show();
    auto *search = window.findChild<QLineEdit *>();
    auto *list = window.findChild<QListView *>();
    if (!saved || !QTest::qWaitForWindowExposed(&window) || !search || !list || model.rowCount() != count) {
        std::fputs("bench_filter: the window or its accounts are not there\n", stderr);
        return 1;
    }
    QTest::qWait(500);
    PaintWatch watch;
    // The list may look as before; the field never does, and both are painted in one go.
    search->installEventFilter(&watch);
    search->setFocus();
    std::vector<Cost> costs;
    for (int round = 0; round < 5; ++round) {
        for (const char key : std::string_view("bank\b\b\b\bperson\b\b\b\b\b\bxq\b\b"))
            costs.push_back(strike(*search, *list, watch, key));
    }
    std::ranges::sort(costs, {}, &Cost::wall);
    const Cost &worst = costs.back();
    std::printf(
        "%d accounts, %zu keystrokes: median %.1f ms (%.1f ms of the processor), 95 of 100 within %.1f ms, worst %.1f ms (%d rows)\n",
        count, costs.size(), costs[costs.size() / 2].wall, costs[costs.size() / 2].processor,
        costs[costs.size() * 95 / 100].wall, worst.wall, worst.rows);
}
