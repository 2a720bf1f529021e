#pragma once

#include "core/model/cohort_board.h"

#include <QScrollArea>

class QBoxLayout;
class QTableWidget;
class QVBoxLayout;

namespace neuraxis {

/// Counts of what the filter shows, as tables with quiet bars: by group, and participants and scans by year.
class StudyBoard : public QScrollArea {
    Q_OBJECT
  public:
    explicit StudyBoard(QWidget* parent = nullptr);
    void show(const CohortBoard& board);

  protected:
    void resizeEvent(QResizeEvent*) override;

  private:
    void fitYears();
    QTableWidget* addTable(QVBoxLayout& column, const QString& name, const QString& title,
                           const QString& explanation = {});
    void showYears(QTableWidget* table, const CohortBoard& board, std::map<int, int> CohortBoard::Line::*counts) const;
    QBoxLayout* years;
    QTableWidget *groups, *participantYears, *scanYears;
};

} // namespace neuraxis
