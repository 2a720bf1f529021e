#pragma once

#include "widgets/study_model.h"

#include <QTableView>

namespace neuraxis {

/// Participants by visits. Enter or a double click opens a participant. Other rows of the same cohort bring the current
/// participant into sight; another cohort leaves the rows where they were.
class StudyGrid : public QTableView {
    Q_OBJECT
  public:
    explicit StudyGrid(StudyModel& model, QWidget* parent = nullptr);
    /// Makes a participant the current one and brings it into sight; no signal. It stays while a filter hides it.
    void setCurrent(const QString& participantUid);

  Q_SIGNALS:
    void chosen(const QString& participantUid);
    void opened(const QString& participantUid);

  protected:
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;

  private:
    void remember();
    void restore();
    void fitColumns();
    void select(int row);
    void bringIntoSight(int row);
    [[nodiscard]] QString uidAt(int row) const;
    StudyModel& participants;
    QString current, atTop; ///< uids
    const CohortIndex* before = nullptr;
    bool showing = false;
    std::vector<int> fitted; ///< Widths of the columns
};

} // namespace neuraxis
