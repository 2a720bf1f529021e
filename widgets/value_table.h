#pragma once

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QTableView;
class QToolButton;

namespace neuraxis {

/// Of a model: whether a cell stands back.
constexpr int QuietRole = Qt::UserRole + 1;

/// A table of things, one each row, chosen by row.
QTableView* rowTable(QAbstractItemModel* model, const QString& accessibleName);

/// The same of numbers, sorted by a click on a title, as it comes until then. Of the model only texts, their alignment and
/// QuietRole are asked. A quiet column stands back; -1: none.
QTableView* valueTable(QAbstractItemModel* model, const QString& accessibleName, int quietColumn = -1);

/// A table of numbers that can be copied and exported, or a sentence on why there is none.
class ValueTable : public QWidget {
    Q_OBJECT
  public:
    /// The shown rows in their order, with a heading.
    [[nodiscard]] virtual QString asTsv() const = 0;

  Q_SIGNALS:
    void exportAsked(const QString& tsv);

  protected:
    explicit ValueTable(QWidget* parent);
    /// Shows the sentence in the table's place, or the table if it is empty.
    void say(const QString& why);
    void keyPressEvent(QKeyEvent*) override;

    QTableView* view = nullptr; ///< The derived class makes it and places all of them
    QLabel* sentence;
    QToolButton *copyButton, *exportButton;
};

} // namespace neuraxis
