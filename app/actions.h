#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <functional>
#include <vector>

class QMenu;

namespace neuraxis {

class MainWindow;

/// One thing a user can do: in a menu, with keys, perhaps in the tool bar.
struct ActionRow {
    QString name; ///< Object name: "undo", "layout.planes"
    QString menu; ///< Translated title of its menu; "A/B" is a menu B within A
    QString text; ///< Translated
    QList<QKeySequence> keys;
    QString icon; ///< Resource name; with one it stands in the tool bar
    bool separatorBefore = false;
    std::function<void(MainWindow&)> run;
    std::function<bool(MainWindow&)> checked; ///< Null: it has no tick
    std::function<bool(MainWindow&)> enabled; ///< Null: always
};

/// Every action, in the order of the menus.
std::vector<ActionRow> actionTable();
/// Whether there is an image to look at: for ActionRow::enabled.
bool hasImage(MainWindow& window);
/// Whether there is an image or a surface.
bool hasAnything(MainWindow& window);
/// Appends the actions for the active layer's window.
void addContrast(std::vector<ActionRow>& rows);
/// Appends the actions for surfaces.
void addSurface(std::vector<ActionRow>& rows);
/// Appends the actions for a series of volumes.
void addSeries(std::vector<ActionRow>& rows);
/// Appends the actions for comparing visits.
void addVisits(std::vector<ActionRow>& rows);
/// Of the menu with them.
QString visitsMenuTitle();
/// Makes menus, tool bar and keys from the table and keeps ticks and greying true to the review.
void installActions(MainWindow& window);

} // namespace neuraxis
