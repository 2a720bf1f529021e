#pragma once

#include "app/visit_comparison.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QMenu;
class QToolButton;

namespace neuraxis {

class ShyLabel;
class VisitTimeLine;

/// Above the views, while a participant is open: the visits along time and, where two and more can be compared, how they
/// are looked at and how far their alignment can be trusted.
class ComparisonArea : public QWidget {
    Q_OBJECT
  public:
    ComparisonArea(Review& review, Navigation& navigation, Opener& opener, VisitComparison& comparison,
                   QWidget* parent = nullptr);

    /// A way to look at two visits or all.
    struct Look {
        const char* name; ///< "side-by-side", "one", "wipe" ...
        QString title, help;
        bool each; ///< Every visit in views of its own
        Blend blend;
    };
    static const std::vector<Look>& looks();
    static void choose(const Look& look, Review& review, Navigation& navigation);
    [[nodiscard]] static bool isChosen(const Look& look, const ReviewState& state, const NavigationState& navigation);

    [[nodiscard]] VisitTimeLine& timeLine() { return *line; }
    /// The menus of the two buttons; filled by whoever knows the actions.
    [[nodiscard]] QMenu* alignmentMenu() { return alignment; }
    [[nodiscard]] QMenu* changeMenu() { return change; }

  protected:
    void resizeEvent(QResizeEvent*) override;

  private:
    QWidget* makeBar();
    void fitBar();
    void showState();
    void showTimeLine();
    [[nodiscard]] QString pairInWords() const;
    [[nodiscard]] QString alignmentInWords() const;

    Review& review;
    Navigation& navigation;
    Opener& opener;
    VisitComparison& comparison;
    VisitTimeLine* line;
    QWidget* bar;
    QButtonGroup* buttons;
    ShyLabel* pair;
    QToolButton *lookButton, *state,
        *changeButton; ///< lookButton: in the place of the row of buttons, where that is too wide
    QMenu *alignment, *change;
};

} // namespace neuraxis
