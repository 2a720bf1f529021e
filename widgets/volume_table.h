#pragma once

#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QAbstractTableModel>
#include <QWidget>
#include <functional>

class QTableView;

namespace neuraxis {

/// The volumes of a series that are walked through, a row each: number and what sets it apart. Of diffusion this is
/// the gradient table.
class VolumeTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    using QAbstractTableModel::QAbstractTableModel;
    void show(const std::shared_ptr<const Volume>& volume, const std::vector<int>& walked);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] int volumeOf(int row) const { return rows[static_cast<std::size_t>(row)]; }
    /// The row of a volume; -1 where it is not walked.
    [[nodiscard]] int rowOf(int volume) const;

  private:
    struct Column {
        QString title;
        std::function<QString(int volume)> text;
        bool isNumber = true;
    };
    std::shared_ptr<const Volume> series;
    std::vector<int> rows;
    std::vector<Column> columns;
};

/// Shows that table; its current row is the volume shown, and choosing a row goes to that volume.
class VolumeTable : public QWidget {
    Q_OBJECT
  public:
    VolumeTable(Review& review, Navigation& navigation, QWidget* parent = nullptr);

  protected:
    void showEvent(QShowEvent*) override;

  private:
    void showState();

    Review& review;
    Navigation& navigation;
    bool showing = false; ///< The row is being set from the state: not a user's choice
    VolumeTableModel* model;
    QTableView* view;
};

} // namespace neuraxis
