#pragma once

#include "core/analysis/clusters.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QThreadPool>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace neuraxis {

class ClusterTable;
class MainWindow;
class ShyLabel;

/// The clusters of the active layer beyond its threshold, of the volume in view. Looks for them in the background
/// whenever one of these changes. Once it shows the greater ones only, it keeps that true while it is closed.
class ClustersWindow : public QWidget {
    Q_OBJECT
  public:
    ClustersWindow(Review& review, Navigation& navigation, QWidget* parent);
    /// Waits for the work in flight.
    ~ClustersWindow() override;

  Q_SIGNALS:
    /// A sentence for the user.
    void said(const QString& sentence);

  protected:
    void showEvent(QShowEvent*) override;
    void hideEvent(QHideEvent*) override;

  private:
    /// What clusters are of.
    struct Subject {
        std::shared_ptr<const Volume> volume;
        int index = 0;
        double threshold = 0;
        bool bothSigns = true; ///< Else values below zero are not drawn
        bool operator==(const Subject&) const = default;
    };
    struct MaskWish {
        Subject of;
        double smallestMm3 = 0;
        bool isStep = true; ///< Else it follows another change, and is undone with that
        bool operator==(const MaskWish&) const = default;
    };
    /// A mask that this window made.
    struct Mask {
        MaskWish as;
        std::weak_ptr<const Volume> made;
        std::shared_ptr<const Volume> before; ///< The layer's mask until then
    };

    void makeParts();
    void follow();
    void search();
    void take(const Subject& subject, const std::shared_ptr<const Clusters>& found);
    void showFound();
    void makeMask();
    void lay(const MaskWish& wish, const std::shared_ptr<const Volume>& made);
    void showAll();
    [[nodiscard]] const Layer* layer() const;
    [[nodiscard]] const Mask* maskOf(const Layer* layer) const;

    Review& review;
    Navigation& navigation;
    ShyLabel* title;
    ClusterTable* table;
    QLabel* status;
    QCheckBox* onlyThese;
    Subject asked;
    std::shared_ptr<const Clusters> clusters; ///< Of `asked`; null until they are found
    std::optional<MaskWish> maskWish;
    std::vector<Mask> masks;
    bool searching = false, masking = false;
    QThreadPool pool;
};

/// Opens the window of clusters, or brings it to the front.
void showClusters(MainWindow& window);

} // namespace neuraxis
