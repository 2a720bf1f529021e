#pragma once

#include "core/study/table_mapping.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace neuraxis {

/// What a clinical table's columns were guessed to mean, to be looked at and corrected before the table is taken.
class MappingForm : public QDialog {
    Q_OBJECT
  public:
    MappingForm(const study::DelimitedTable& table, study::TableMapping guess, QWidget* parent = nullptr);
    [[nodiscard]] const study::TableMapping& mapping() const { return shown; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill(const study::DelimitedTable& table);
    void change(int row, const QString& meaning);
    void showFault();

    study::TableMapping shown;
    QTableWidget* columns;
    QLabel* fault;
    QPushButton* take;
};

} // namespace neuraxis
