#include "app/actions.h"

#include "app/comparison_area.h"
#include "app/main_window.h"
#include "app/series_area.h"
#include "core/model/compared_state.h"
#include "core/model/fourth.h"
#include "widgets/canvas.h"
#include "widgets/form_parts.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <algorithm>
#include <utility>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

/// Keys that a field or list beside the views needs for itself: they act where the views have the focus.
bool isTyped(const ActionRow& row) {
    return row.name != QStringLiteral("shortcuts") &&
           std::any_of(row.keys.begin(), row.keys.end(), [](const QKeySequence& key) {
               if (key.isEmpty()) return false;
               const bool held = key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier);
               return !held && !(key[0].key() >= Qt::Key_F1 && key[0].key() <= Qt::Key_F35);
           });
}

QMenu* menuFor(MainWindow& window, const QString& path) {
    QMenu* menu = nullptr;
    for (const QString& title : path.split(u'/')) {
        const QObject* parent = menu ? static_cast<QObject*>(menu) : window.menuBar();
        QMenu* next = nullptr;
        for (QMenu* known : parent->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
            if (known->title() == title) next = known;
        if (!next) next = menu ? menu->addMenu(title) : window.menuBar()->addMenu(title);
        menu = next;
    }
    return menu;
}

} // namespace

void installActions(MainWindow& window) {
    auto* bar = window.addToolBar(Texts::tr("Tool bar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    struct Live {
        QAction* action;
        std::function<bool(MainWindow&)> checked, enabled;
    };
    auto live = std::make_shared<std::vector<Live>>();
    QString lastMenu;
    for (const ActionRow& row : actionTable()) {
        QMenu* menu = menuFor(window, row.menu);
        if (row.separatorBefore) menu->addSeparator();
        if (row.name == QStringLiteral("recent")) {
            menu->addMenu(row.text)->setObjectName(QStringLiteral("recentMenu"));
            continue;
        }
        auto* action = menu->addAction(row.text);
        action->setObjectName(row.name);
        action->setShortcuts(row.keys);
        if (isTyped(row)) {
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            window.canvas().addAction(action);
        }
        action->setCheckable(static_cast<bool>(row.checked));
        QString plain = row.text;
        plain.remove(u'&');
        const QString keys = row.keys.isEmpty() ? QString() : row.keys.front().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys));
        QObject::connect(action, &QAction::triggered, &window, [&window, run = row.run] { run(window); });
        if (!row.icon.isEmpty()) {
            if (!lastMenu.isEmpty() && lastMenu != row.menu) bar->addSeparator();
            lastMenu = row.menu;
            action->setIcon(themedIcon(row.icon.toLatin1().constData()));
            action->setIconVisibleInMenu(false);
            bar->addAction(action);
        }
        live->push_back({action, row.checked, row.enabled});
    }
    QMenu* seriesMenu = menuFor(window, window.seriesArea().menuTitle());
    QMenu* visitsMenu = menuFor(window, visitsMenuTitle());
    const auto refresh = [live, seriesMenu, visitsMenu, &window] {
        for (const Live& one : *live) {
            if (one.checked) one.action->setChecked(one.checked(window));
            if (one.enabled) one.action->setEnabled(one.enabled(window));
        }
        // Where there are only single volumes, nothing speaks of series of them.
        seriesMenu->menuAction()->setVisible(seriesLayer(window.document().state(), window.place().state()) >= 0);
        visitsMenu->menuAction()->setVisible(isComparing(window.document().state()));
    };
    QObject::connect(&window.document(), &Review::changed, &window, refresh);
    QObject::connect(&window.place(), &Navigation::changed, &window,
                     [refresh, &window, layer = 0, pair = VisitPair()]() mutable {
                         const NavigationState& now = window.place().state();
                         if (layer == now.activeLayer && pair == now.pair) return;
                         layer = now.activeLayer;
                         pair = now.pair;
                         refresh();
                     });
    const auto name = [&window](const char* action, const QString& text, const QString& step) {
        window.findChild<QAction*>(QLatin1String(action))
            ->setText(step.isEmpty() ? text : QStringLiteral("%1: %2").arg(text, step));
    };
    QObject::connect(window.document().undoStack(), &QUndoStack::undoTextChanged, &window,
                     [name](const QString& step) { name("undo", Texts::tr("&Undo"), step); });
    QObject::connect(window.document().undoStack(), &QUndoStack::redoTextChanged, &window,
                     [name](const QString& step) { name("redo", Texts::tr("&Redo"), step); });
    QObject::connect(window.document().undoStack(), &QUndoStack::indexChanged, &window, refresh);
    QObject::connect(&window.canvas(), &Canvas::leftToolChanged, &window, refresh);
    QObject::connect(&window.canvas(), &Canvas::maximisedChanged, &window, refresh);
    QObject::connect(&window, &MainWindow::preferencesChanged, &window, refresh);
    QObject::connect(&window.seriesArea(), &SeriesArea::changed, &window, refresh);
    QObject::connect(&window.seriesArea().cine(), &Cine::changed, &window, refresh);
    // A tick follows the state, not the click.
    for (const Live& one : *live) QObject::connect(one.action, &QAction::triggered, &window, refresh);
    const std::pair<QString, QMenu*> elsewhere[] = {{QStringLiteral("align."), window.comparisonArea().alignmentMenu()},
                                                    {QStringLiteral("change."), window.comparisonArea().changeMenu()},
                                                    {QStringLiteral("derive."), window.seriesArea().layersMenu()}};
    for (QAction* action : window.findChildren<QAction*>())
        for (const auto& [prefix, menu] : elsewhere)
            if (action->objectName().startsWith(prefix)) menu->addAction(action);
    refresh();
    window.refreshRecent();
}

} // namespace neuraxis
