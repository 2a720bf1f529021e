#pragma once

#include "core/model/cohort_filter.h"
#include "widgets/study_filter_form.h"
#include "widgets/swimmer_plot.h"

#include <QFutureWatcher>
#include <QMap>
#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace neuraxis {

class StudyBoard;
class StudyDetails;
class StudyGrid;
class StudyLegend;
class StudyModel;

/// The study's window: who is in it, found by typing, conditions and sorting, as a grid, on time lanes or counted.
/// Knows no database: it is given a cohort, and says whom to open.
class StudyPanel : public QWidget {
    Q_OBJECT
  public:
    enum View { Grid, Swimmer, Board };

    explicit StudyPanel(QWidget* parent = nullptr);
    /// Null when no study is open. The filter, the order and the one who is chosen stay. Indexed on another thread;
    /// until it is ready the one before is shown. ready() tells.
    void setCohort(std::shared_ptr<const Cohort> cohort);
    [[nodiscard]] const CohortIndex* index() const { return shownIndex.get(); }
    void setFilter(const CohortFilter& filter);
    [[nodiscard]] const CohortFilter& filter() const { return wanted.filter; }
    void setOrder(const CohortOrder& order);
    [[nodiscard]] const CohortOrder& order() const { return wanted.order; }
    void setView(View view);
    [[nodiscard]] View view() const;
    /// Kept by name; to be saved as CohortFilter::toJson().
    void setSavedFilters(const QMap<QString, CohortFilter>& filters);
    [[nodiscard]] const QMap<QString, CohortFilter>& savedFilters() const { return saved; }

    /// uid of the chosen participant, or "".
    [[nodiscard]] const QString& current() const { return chosen; }
    void setCurrent(const QString& participantUid);
    /// uid of the participant so many places further in the current filter and order, counting only those with images
    /// that can be opened; "" where there is none any more.
    [[nodiscard]] QString neighbour(const QString& participantUid, int step) const;

  Q_SIGNALS:
    void opened(const QString& participantUid);
    void currentChanged(const QString& participantUid);
    void savedFiltersChanged();
    void ready(); ///< What is shown is what was asked for last

  protected:
    bool eventFilter(QObject*, QEvent*) override;
    void changeEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;

  private:
    struct Wanted {
        std::shared_ptr<const CohortIndex> index;
        CohortFilter filter;
        CohortOrder order;
        bool operator==(const Wanted&) const = default;
    };
    struct Made {
        std::shared_ptr<const CohortIndex> index;
        StudyFilterForm::Offers offers;
    };
    struct Result {
        Wanted of;
        std::vector<int> rows;
    };
    void makeTop(QBoxLayout& column);
    void makeBar(QBoxLayout& column);
    void makePages(QBoxLayout& column);
    void makeIndex();
    void takeIndex();
    void refresh();
    void take(const Result& result);
    void showRows();
    void showConditions();
    void showSaved();
    void showLegend();
    void showEmpty();
    void showDetails();
    void fitDetails();
    /// Next to it in the list, with images or without; "" beyond the ends.
    [[nodiscard]] QString beside(const QString& participantUid, int step) const;

    std::shared_ptr<const CohortIndex> shownIndex;
    std::shared_ptr<const Cohort> cohort;
    bool isOutdated = false; ///< What is being indexed: another cohort came meanwhile
    Wanted wanted;
    Result last;
    QFutureWatcher<Made> indexing;
    QFutureWatcher<Result> filtering;
    QMap<QString, CohortFilter> saved;
    QString chosen;

    QLabel *title, *simulated, *count, *emptyText;
    StudyLegend* legend;
    QLineEdit* search;
    QToolButton *filterButton, *savedButton, *axis;
    QMenu* savedMenu;
    QScrollArea* chips;
    QHBoxLayout* chipRow;
    QButtonGroup* views;
    QPushButton* clear;
    QStackedWidget* pages;
    QWidget* empty;
    StudyFilterForm* form;
    StudyModel* model;
    StudyGrid* grid;
    SwimmerPlot* swimmer;
    StudyBoard* board;
    StudyDetails* details;
};

} // namespace neuraxis
