#pragma once

#include "core/model/cohort_index.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace neuraxis {

/// Who is chosen, and the staging over the visits.
class StudyDetails : public QWidget {
    Q_OBJECT
  public:
    explicit StudyDetails(QWidget* parent = nullptr);
    /// Row of the index; -1 when nobody is chosen.
    void show(const CohortIndex* index, int row);
    /// In which nothing needs to be scrolled, in pixels; one quiet line when nobody is chosen.
    [[nodiscard]] int fullHeight() const;
    /// What the buttons can do.
    void setNeighbours(bool hasPrevious, bool hasNext);

  Q_SIGNALS:
    void openAsked();
    void stepAsked(int step); ///< -1 or 1

  private:
    void showStaging(const CohortIndex::Row& row);
    QLabel *name, *facts, *events, *nobody;
    QWidget* known;
    QTableWidget* table;
    QPushButton *previous, *next, *open;
};

} // namespace neuraxis
