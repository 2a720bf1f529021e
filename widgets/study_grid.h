#pragma once

#include "widgets/study_model.h"

#include <QTableView>

namespace neuraxis {

/// Participants by visits. Enter or a double click opens a participant.
class StudyGrid : public QTableView {
    Q_OBJECT
  public:
    explicit StudyGrid(StudyModel& model, QWidget* parent = nullptr);
    /// Makes a participant the current one and shows it; no signal.
    void setCurrent(const QString& participantUid);

  Q_SIGNALS:
    void chosen(const QString& participantUid);
    void opened(const QString& participantUid);

  protected:
    void keyPressEvent(QKeyEvent*) override;

  private:
    void fitColumns();
    [[nodiscard]] QString uidAt(const QModelIndex& cell) const;
    StudyModel& participants;
    bool showing = false;
    int fitted = -1; ///< Columns that the widths were made for
};

} // namespace neuraxis
