#include "app/clusters_window.h"

#include "app/dialogs.h"
#include "app/main_window.h"
#include "core/model/words.h"
#include "widgets/cluster_table.h"
#include "widgets/form_parts.h"
#include "widgets/tool.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QSignalBlocker>
#include <algorithm>
#include <limits>
#include <new>

namespace neuraxis {

namespace {

/// Why a layer has no clusters; "" where it may have.
QString whyNone(const Layer* layer) {
    if (!layer) return ClustersWindow::tr("No image is open.");
    if (layer->display.labels)
        return ClustersWindow::tr("The active layer shows labels. Clusters are of maps with a threshold.");
    if (!layer->display.hideBelow)
        return ClustersWindow::tr(
            "The active layer has no threshold. Set one with \"Hide below\" in the panel Layers.");
    if (*layer->display.hideBelow <= 0) return ClustersWindow::tr("Clusters need a threshold above zero.");
    return {};
}

/// Those of both signs, or those that are drawn.
std::vector<ClusterRow> rowsOf(const Clusters& clusters, bool bothSigns) {
    std::vector<ClusterRow> rows;
    for (const Cluster& one : clusters.found)
        if (bothSigns || one.sign > 0)
            rows.push_back({one.sign, one.voxels, one.mm3, one.peak, one.peakLps, one.centreLps});
    return rows;
}

std::size_t leastVoxels(const Clusters& clusters, double smallestMm3) {
    auto least = std::numeric_limits<std::size_t>::max();
    for (const Cluster& one : clusters.found)
        if (one.mm3 >= smallestMm3) least = std::min(least, one.voxels);
    return least;
}

std::shared_ptr<const Volume> namedMask(const Volume& volume, const Clusters& clusters, double smallestMm3) {
    const auto mask = clusterMask(volume, clusters, leastVoxels(clusters, smallestMm3));
    if (!mask) return nullptr;
    VolumeHeader header = mask->header();
    header.name = ClustersWindow::tr("Clusters of %1").arg(header.name);
    return withHeader(mask, header);
}

QString noMemory() {
    return ClustersWindow::tr("There is not enough memory to look for clusters. Close a series and try again.");
}

} // namespace

ClustersWindow::ClustersWindow(Review& review, Navigation& navigation, QWidget* parent)
    : QWidget(parent, Qt::Window), review(review), navigation(navigation) {
    setObjectName(QStringLiteral("clustersWindow"));
    setWindowTitle(tr("Clusters"));
    pool.setMaxThreadCount(1);
    makeParts();
    connect(table, &ClusterTable::peakChosen, this,
            [this](const WorldPoint& lps) { placeCursor(this->review, this->navigation, lps); });
    connect(table, &ClusterTable::smallestChanged, this, [this](double mm3) {
        showFound();
        if (!maskWish && !maskOf(layer())) return;
        maskWish = {asked, mm3, true};
        makeMask();
    });
    connect(table, &ClusterTable::exportAsked, this, [this](const QString& tsv) {
        if (const QString why = saveTable(*this, tsv, QStringLiteral("clusters.tsv")); !why.isEmpty()) Q_EMIT said(why);
    });
    connect(onlyThese, &QCheckBox::toggled, this, [this](bool on) {
        if (!on) return showAll();
        maskWish = {asked, table->smallestMm3(), true};
        makeMask();
    });
    connect(&review, &Review::changed, this, &ClustersWindow::follow);
    connect(&navigation, &Navigation::changed, this, &ClustersWindow::follow);
}

ClustersWindow::~ClustersWindow() { pool.waitForDone(); }

void ClustersWindow::makeParts() {
    title = new ShyLabel;
    title->setObjectName(QStringLiteral("stripTitle"));
    table = new ClusterTable;
    status = new QLabel;
    status->setObjectName(QStringLiteral("quiet"));
    status->setWordWrap(true);
    status->setToolTip(tr("Voxels are of one cluster where they touch by a side, an edge or a corner"));
    onlyThese = new QCheckBox(tr("Show only these"));
    onlyThese->setObjectName(QStringLiteral("onlyTheseClusters"));
    onlyThese->setToolTip(tr("Smaller clusters vanish from the pictures"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(status, 1);
    foot->addWidget(onlyThese);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(table, 1);
    column->addLayout(foot);
    resize(820, 420);
}

void ClustersWindow::showEvent(QShowEvent*) { follow(); }
void ClustersWindow::hideEvent(QHideEvent*) { follow(); }

const Layer* ClustersWindow::layer() const {
    const int index = activeLayer(review.state(), navigation.state());
    return index < 0 ? nullptr : &review.state().layers[static_cast<std::size_t>(index)];
}

const ClustersWindow::Mask* ClustersWindow::maskOf(const Layer* layer) const {
    if (!layer || !layer->mask) return nullptr;
    const auto found =
        std::find_if(masks.begin(), masks.end(), [&](const Mask& mask) { return mask.made.lock() == layer->mask; });
    return found == masks.end() ? nullptr : &*found;
}

void ClustersWindow::follow() {
    const Layer* now = layer();
    const Mask* mask = maskOf(now);
    if (!isVisible() && !mask && !asked.volume) return;
    Subject subject;
    const QString why = whyNone(now);
    if (why.isEmpty() && (isVisible() || mask))
        subject = {now->volume, volumeIndex(now->volume->header(), navigation.state()), *now->display.hideBelow,
                   now->display.negative.has_value()};
    const bool another = subject != asked;
    if (another) {
        if (subject.volume != asked.volume) {
            maskWish.reset();
            table->show({}, {});
        }
        asked = subject;
        clusters.reset();
    }
    // Where a step was undone, the size is that of the step before.
    if (mask && !maskWish) table->setSmallest(mask->as.smallestMm3);
    if (mask && mask->as.of != asked && !maskWish) maskWish = {asked, mask->as.smallestMm3, false};
    if (maskWish) maskWish->of = asked;
    {
        const QSignalBlocker quiet(onlyThese);
        onlyThese->setChecked(mask || maskWish);
    }
    title->setText(now ? now->volume->header().name : QString());
    onlyThese->setEnabled(asked.volume != nullptr);
    if (!asked.volume) {
        table->setSentence(why);
        table->setEnabled(true);
        status->clear();
        maskWish.reset();
        // Nothing is changed while others hear of a change
        if (mask) QMetaObject::invokeMethod(this, &ClustersWindow::showAll, Qt::QueuedConnection);
        return;
    }
    if (another) search();
    makeMask();
}

void ClustersWindow::search() {
    if (table->count() == 0)
        table->setSentence(tr("Searching…"));
    else
        status->setText(tr("Searching…"));
    table->setEnabled(false);
    if (searching) return; // what comes sees that something else was asked since
    searching = true;
    pool.start([this, subject = asked] {
        std::shared_ptr<const Clusters> found;
        try {
            found = std::make_shared<const Clusters>(findClusters(*subject.volume, subject.index, subject.threshold));
        } catch (const std::bad_alloc&) {
            // Null: told where it is taken
        }
        QMetaObject::invokeMethod(this, [this, subject, found] { take(subject, found); });
    });
}

void ClustersWindow::take(const Subject& subject, const std::shared_ptr<const Clusters>& found) {
    searching = false;
    if (!asked.volume) return;
    if (subject != asked) return search();
    clusters = found;
    table->setEnabled(true);
    if (!found) {
        maskWish.reset();
        status->clear();
        return table->setSentence(noMemory());
    }
    const VolumeHeader& header = asked.volume->header();
    auto rows = rowsOf(*found, asked.bothSigns);
    if (rows.empty())
        table->setSentence(tr("No value reaches the threshold of %1.").arg(valueInWords(asked.threshold, header.unit)));
    else
        table->show(std::move(rows), header.unit);
    showFound();
    makeMask();
}

void ClustersWindow::showFound() {
    if (!clusters || table->count() == 0) return status->clear();
    const QString threshold = valueInWords(asked.threshold, asked.volume->header().unit);
    status->setText((asked.bothSigns ? tr("%1 of %n cluster(s) beyond ±%2", nullptr, static_cast<int>(table->count()))
                                     : tr("%1 of %n cluster(s) from %2", nullptr, static_cast<int>(table->count())))
                        .arg(table->shownCount())
                        .arg(threshold));
}

void ClustersWindow::makeMask() {
    if (masking || !maskWish || !clusters || maskWish->of != asked) return;
    masking = true;
    pool.start([this, wish = *maskWish, clusters = clusters] {
        const auto made = namedMask(*wish.of.volume, *clusters, wish.smallestMm3);
        QMetaObject::invokeMethod(this, [this, wish, made] { lay(wish, made); });
    });
}

void ClustersWindow::lay(const MaskWish& wish, const std::shared_ptr<const Volume>& made) {
    masking = false;
    if (!maskWish) return;
    if (*maskWish != wish) return makeMask();
    maskWish.reset();
    if (!made) {
        Q_EMIT said(noMemory());
        return follow();
    }
    const int index = activeLayer(review.state(), navigation.state());
    const Mask* last = maskOf(layer());
    const auto before = last ? last->before : layer()->mask;
    std::erase_if(masks, [](const Mask& mask) { return mask.made.expired(); });
    masks.push_back({wish, made, before});
    const auto set = [&](ReviewState& state) { state.layers[static_cast<std::size_t>(index)].mask = made; };
    if (wish.isStep)
        review.edit(tr("Show only the greater clusters"), set, QStringLiteral("smallest cluster %1").arg(index));
    else
        review.complete(set);
}

void ClustersWindow::showAll() {
    maskWish.reset();
    const Mask* mask = maskOf(layer());
    if (!mask) return;
    const int index = activeLayer(review.state(), navigation.state());
    const auto set = [&, before = mask->before](ReviewState& state) {
        state.layers[static_cast<std::size_t>(index)].mask = before;
    };
    if (asked.volume)
        review.edit(tr("Show all clusters"), set);
    else
        review.complete(set);
}

void showClusters(MainWindow& window) {
    auto* clusters = window.findChild<ClustersWindow*>(QString(), Qt::FindDirectChildrenOnly);
    if (!clusters) {
        clusters = new ClustersWindow(window.document(), window.place(), &window);
        QObject::connect(clusters, &ClustersWindow::said, &window, &MainWindow::say);
    }
    clusters->show();
    clusters->raise();
    clusters->activateWindow();
}

} // namespace neuraxis
