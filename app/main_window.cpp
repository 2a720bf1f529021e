#include "app/main_window.h"

#include "app/actions.h"
#include "app/brain_masker.h"
#include "app/change_maps.h"
#include "app/comparison_area.h"
#include "app/derived_layers.h"
#include "app/dialogs.h"
#include "app/header_window.h"
#include "app/regions_area.h"
#include "app/series_area.h"
#include "app/study_findings.h"
#include "app/study_window.h"
#include "app/surface_projector.h"
#include "widgets/busy_bar.h"
#include "widgets/canvas.h"
#include "widgets/cortex_panel.h"
#include "widgets/form_parts.h"
#include "widgets/layer_panel.h"
#include "widgets/read_out.h"
#include "widgets/series_delegate.h"
#include "widgets/start_page.h"
#include "widgets/visit_time_line.h"
#include "widgets/volume_panel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace neuraxis {

namespace {

QLabel* heading(const QString& title) {
    auto* label = new QLabel(title);
    label->setObjectName(QStringLiteral("dockTitle"));
    return label;
}

QDockWidget* dock(QMainWindow& window, const QString& name, const QString& title, QWidget* content,
                  Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetMovable);
    dock->setTitleBarWidget(heading(title));
    dock->setWidget(content);
    window.addDockWidget(area, dock);
    return dock;
}

/// Scrolls as a whole: in a small window nothing is squeezed, and the window need not be larger than the screen.
QScrollArea* scrollArea(QWidget* content) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // keys stay with the views
    return scroll;
}

/// A panel as wide as it needs.
QScrollArea* scrolling(QWidget* panel) {
    QScrollArea* scroll = scrollArea(panel);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(
        std::max(240, panel->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width()));
    return scroll;
}

} // namespace

MainWindow::MainWindow(Review& review, Navigation& navigation, Settings& settings, QWidget* parent)
    : QMainWindow(parent), review(review), navigation(navigation), settings(settings),
      opener(new Opener(review, navigation, this)), derived(new DerivedLayers(review, navigation, this)),
      onSurface(new SurfaceProjector(review, navigation, this)),
      compared(new VisitComparison(review, navigation, *opener, this)),
      changes(new ChangeMaps(review, navigation, this)) {
    new BrainMasker(review, this);
    setWindowTitle(QStringLiteral("Neuraxis"));
    setAcceptDrops(true);
    qApp->installEventFilter(this);
    layOut();
    connectOpener();
    installActions(*this);
    setMousePreset(settings.mousePreset);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(settings.windowGeometry);
    restoreState(settings.windowState);
    showPage();
}

MainWindow::~MainWindow() { delete study; }

void MainWindow::layOut() {
    startPage = new StartPage;
    views = new Canvas(review, navigation);
    pages = new QStackedWidget;
    pages->addWidget(startPage);
    pages->addWidget(views);
    mouseQuestion = makeMouseQuestion();
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mouseQuestion);
    visits = new ComparisonArea(review, navigation, *opener, *compared);
    column->addWidget(visits);
    visits->timeLine().setAxis(settings.timeAxis);
    connect(&visits->timeLine(), &VisitTimeLine::axisChanged, this,
            [this](TimeAxis axis) { settings.timeAxis = axis; });
    area = new SeriesArea(review, navigation, settings, pages);
    column->addWidget(area, 1);
    setCentralWidget(middle);
    makePanels();
    makeStatusBar();
    connectViews();
}

void MainWindow::makePanels() {
    seriesList = new QListView;
    seriesList->setObjectName(QStringLiteral("seriesList"));
    seriesList->setAccessibleName(tr("Series"));
    seriesList->setModel(&opener->series());
    seriesList->setItemDelegate(
        new SeriesDelegate({SeriesModel::SubtitleRole, SeriesModel::ThumbnailRole, SeriesModel::FindingsRole,
                            SeriesModel::WarnedRole, SeriesModel::FailedRole},
                           seriesList));
    seriesList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    seriesList->setMouseTracking(true);
    seriesList->setContextMenuPolicy(Qt::CustomContextMenu);
    seriesList->setMinimumWidth(214);
    seriesList->setFocusPolicy(Qt::TabFocus);
    connect(seriesList, &QListView::clicked, this,
            [this](const QModelIndex& index) { opener->show(opener->series().at(index.row()).id, false); });
    connect(seriesList, &QListView::customContextMenuRequested, this, [this](const QPoint& place) {
        const QModelIndex index = seriesList->indexAt(place);
        if (!index.isValid()) return;
        const int id = opener->series().at(index.row()).id;
        QMenu menu;
        menu.addAction(tr("Show"), this, [=, this] { opener->show(id, false); });
        menu.addAction(tr("Show as overlay"), this, [=, this] { opener->show(id, true); });
        menu.addSeparator();
        menu.addAction(tr("Header…"), this, [=, this] { showHeader(*this, id); });
        auto* others = menu.addMenu(tr("Compare headers with"));
        for (int row = 0; row < opener->series().rowCount(); ++row)
            if (const int other = opener->series().at(row).id; other != id)
                others->addAction(opener->series().index(row).data().toString(), this,
                                  [=, this] { showHeader(*this, id, other); });
        others->setEnabled(!others->isEmpty());
        menu.exec(seriesList->viewport()->mapToGlobal(place));
    });
    dock(*this, QStringLiteral("series"), tr("Series"), seriesList, Qt::LeftDockWidgetArea);
    auto* layers = new LayerPanel(review, navigation);
    connect(layers, &LayerPanel::labelTableWanted, this, [this](int layer) { chooseLabelTable(*this, layer); });
    auto* cortex = new CortexPanel(review);
    connect(cortex, &CortexPanel::eyeWanted, this, [this](const CortexEye& eye) { lookFrom(eye); });
    connect(cortex, &CortexPanel::directionsWanted, this,
            [this](const std::vector<CortexDirection>& directions) { lookFrom(directions); });
    connect(cortex, &CortexPanel::regionsWanted, this, [this] { setRegions(!settings.regions); });
    auto* panels = new QStackedWidget;
    for (QWidget* panel : std::initializer_list<QWidget*>{layers, cortex, new VolumePanel(review)})
        panels->addWidget(scrolling(panel));
    auto* title = new QWidget;
    auto* row = new QHBoxLayout(title);
    row->setContentsMargins(12, 8, 12, 6);
    row->addWidget(pageSwitch(panels, {tr("Layers"), tr("Surface"), tr("3-D view")}));
    row->addStretch();
    dock(*this, QStringLiteral("layers"), tr("Layers"), panels, Qt::RightDockWidgetArea)->setTitleBarWidget(title);
    regions = new RegionsArea(review, navigation);
    QScrollArea* below = scrollArea(regions);
    below->setMinimumSize(320, 110);
    dock(*this, QStringLiteral("regions"), tr("Cortex"), below, Qt::BottomDockWidgetArea)
        ->setTitleBarWidget(new QWidget); // its pages have titles enough
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    connect(regions, &RegionsArea::scoresWanted, opener, &Opener::replaceCortex);
    connect(regions, &RegionsArea::visitWanted, compared, &VisitComparison::showVisitOf);
    connect(regions, &RegionsArea::said, this, &MainWindow::say);
    findings = new StudyFindings(*changes, *regions, this);
}

void MainWindow::makeStatusBar() {
    readOut = new ReadOut;
    message = new QLabel;
    message->setObjectName(QStringLiteral("notice"));
    message->hide();
    messageTimer.setSingleShot(true);
    connect(&messageTimer, &QTimer::timeout, message, &QWidget::hide);
    skippedButton = new QToolButton;
    skippedButton->setObjectName(QStringLiteral("skipped"));
    skippedButton->hide();
    connect(skippedButton, &QToolButton::clicked, this, [this] { showSkipped(*this); });
    busy = new BusyBar([this]() -> BusyBar::State {
        const Loader& loader = opener->loader();
        if (loader.isBusy()) return {true, loader.stepsDone(), loader.stepsTotal()};
        if (regions->isBusy()) return {true, std::max(0, regions->percent()), regions->percent() < 0 ? 0 : 100};
        if (compared->aligner().isBusy()) return {true, compared->aligner().percent(), 100};
        if (changes->task().isBusy()) return {true, changes->task().percent(), 100};
        return {derived->isBusy(), derived->percent(), 100};
    });
    connect(busy, &BusyBar::cancelled, &opener->loader(), &Loader::cancel);
    connect(busy, &BusyBar::cancelled, derived, &DerivedLayers::cancel);
    connect(busy, &BusyBar::cancelled, regions, &RegionsArea::cancel);
    connect(busy, &BusyBar::cancelled, compared, &VisitComparison::cancel);
    connect(&compared->aligner(), &BackgroundTask::busyChanged, busy, &BusyBar::refresh);
    connect(compared, &VisitComparison::said, this, &MainWindow::say);
    connect(busy, &BusyBar::cancelled, &changes->task(), &BackgroundTask::cancel);
    connect(&changes->task(), &BackgroundTask::busyChanged, busy, &BusyBar::refresh);
    connect(changes, &ChangeMaps::said, this, &MainWindow::say);
    connect(changes, &ChangeMaps::laidOnSurface, opener, &Opener::replaceCortexWith);
    connect(regions, &RegionsArea::busyChanged, busy, &BusyBar::refresh);
    auto* research = new QLabel(tr("Research use only"));
    research->setObjectName(QStringLiteral("quiet"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(12, 2, 12, 2);
    statusBar()->addWidget(readOut, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{message, skippedButton, busy, research})
        statusBar()->addPermanentWidget(part);
}

void MainWindow::connectViews() {
    connect(startPage, &StartPage::openFiles, this, [this] { findChild<QAction*>(QStringLiteral("open"))->trigger(); });
    connect(startPage, &StartPage::openFolder, this,
            [this] { findChild<QAction*>(QStringLiteral("openFolder"))->trigger(); });
    connect(startPage, &StartPage::openRecent, this, [this](const QString& path) { open({path}); });
    connect(views, &Canvas::hovered, this, &MainWindow::showReadOut);
    connect(&navigation, &Navigation::changed, this, [this] { showReadOut(std::nullopt); });
    connect(&review, &Review::changed, this, [this] {
        showReadOut(std::nullopt);
        nameRegions();
        showPage();
    });
}

QWidget* MainWindow::makeMouseQuestion() {
    // A bar, not a dialog: the picture is there and works meanwhile.
    auto* bar = new QFrame;
    bar->setObjectName(QStringLiteral("mouseQuestion"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("How do you use the mouse?")));
    for (const MousePreset& preset : mousePresets()) {
        auto* choice = new QPushButton(preset.title);
        choice->setObjectName(preset.name);
        choice->setToolTip(preset.help);
        row->addWidget(choice);
        connect(choice, &QPushButton::clicked, this, [this, name = preset.name] { setMousePreset(name); });
    }
    auto* later = new ShyLabel(tr("You can change it in the menu Mouse."));
    later->setObjectName(QStringLiteral("quiet"));
    row->addWidget(later, 1);
    bar->hide();
    return bar;
}

void MainWindow::connectOpener() {
    connect(&opener->loader(), &Loader::busyChanged, this, [this] {
        busy->refresh();
        showPage();
        noteOpened();
    });
    connect(derived, &DerivedLayers::busyChanged, busy, &BusyBar::refresh);
    connect(derived, &DerivedLayers::said, this, &MainWindow::say);
    connect(onSurface, &SurfaceProjector::projected, opener, &Opener::replaceCortexWith);
    connect(onSurface, &SurfaceProjector::said, this, &MainWindow::say);
    connect(opener, &Opener::said, this, &MainWindow::say);
    connect(opener, &Opener::scanned, this, [this](bool found) {
        if (found && !opening.isEmpty()) {
            noted += opening;
            settings.remember(opening);
            settings.save();
            refreshRecent();
        }
        opening.clear();
        const auto count = static_cast<int>(opener->skipped().size());
        skippedButton->setVisible(count > 0);
        skippedButton->setText(tr("%n file(s) not shown", nullptr, count));
        showPage();
    });
    connect(opener, &Opener::volumeRead, this, &MainWindow::showPage);
}

void MainWindow::open(const QStringList& paths, bool asOverlay) {
    if (paths.isEmpty()) return;
    if (const QString place = paths.size() == 1 ? studyIn(paths.first()) : QString(); !place.isEmpty())
        return openStudy(place);
    opening = paths;
    if (!asOverlay || !review.state().base()) { // what is laid over the participant's images takes nobody away
        nameSeries({});
        openParticipant.clear();
    }
    startPage->setProblem({});
    opener->open(paths, asOverlay);
}

StudyKeeper& MainWindow::keeper() {
    if (!kept) kept = std::make_unique<StudyKeeper>(StudyKeeper::scratch());
    return *kept;
}

/// What was opened by itself is in the scratch study; into one that somebody made only they put things.
void MainWindow::noteOpened() {
    if (opener->loader().isBusy() || noted.isEmpty()) return;
    const QStringList paths = std::exchange(noted, {});
    if (!kept || kept->isScratch()) keeper().note(paths);
}

void MainWindow::openStudy(const QString& place) {
    delete study;
    // What is on the screen is of nobody in the new study.
    openParticipant.clear();
    nameRegions();
    kept = std::make_unique<StudyKeeper>(place);
    makeStudyWindow();
}

void MainWindow::makeStudyWindow() {
    study = new StudyWindow(keeper(), settings, nullptr);
    study->setAttribute(Qt::WA_QuitOnClose, false);
    connect(study, &StudyWindow::opened, this, [this](const VisitImages& images, const QString& participant) {
        startPage->setProblem({});
        openParticipant = images.participant;
        compared->setStudy(kept.get());
        opener->openVisits(images);
        nameSeries(participant);
        raise();
        activateWindow();
    });
    connect(study, &StudyWindow::nothingToOpen, this, &MainWindow::say);
    findings->setStudy(kept.get());
    study->show();
    study->raise();
    Q_EMIT preferencesChanged();
}

void MainWindow::nameSeries(const QString& participant) {
    auto* title = static_cast<QLabel*>(findChild<QDockWidget*>(QStringLiteral("series"))->titleBarWidget());
    title->setText(participant.isEmpty() ? tr("Series") : tr("Series of %1").arg(participant));
}

void MainWindow::nameRegions() {
    regions->setStudy(openParticipant.isEmpty() || !kept ? nullptr : kept->cohort());
    regions->setPerson(openParticipant, opener->shownVisit());
    findings->setParticipant(openParticipant);
}

void MainWindow::lookFrom(const CortexEye& eye) {
    NavigationState straight = navigation.state();
    straight.cortexTurnDeg = straight.cortexTiltDeg = 0;
    navigation.set(straight);
    if (views->isMaximised()) views->toggleMaximised();
    review.edit(tr("Change the views"), [&](ReviewState& state) {
        state.cortex.eye = eye;
        if (state.layout != QStringLiteral("surface-planes")) state.layout = QStringLiteral("surface-single");
    });
}

void MainWindow::lookFrom(const std::vector<CortexDirection>& directions) {
    if (views->isMaximised()) views->toggleMaximised();
    review.edit(tr("Change the views"), [&](ReviewState& state) {
        state.cortex.directions = directions;
        state.layout = QStringLiteral("surface");
    });
}

void MainWindow::setRegions(bool shown) {
    settings.regions = shown;
    settings.save();
    showPage();
    Q_EMIT preferencesChanged();
}

void MainWindow::showOverTime() {
    setRegions(true);
    regions->showOverTime();
}

StudyWindow* MainWindow::studyWindow() { return study; }

void MainWindow::showStudy() {
    if (!study) return makeStudyWindow();
    study->show();
    study->raise();
    study->activateWindow();
}

void MainWindow::askMousePreset() {
    if (!settings.mousePreset.isEmpty() || mouseQuestion->isVisible()) return;
    mouseQuestion->show();
}

void MainWindow::setMousePreset(const QString& name) {
    if (!name.isEmpty()) {
        settings.mousePreset = mousePreset(name).name;
        mouseQuestion->hide();
        settings.save();
    }
    views->setMousePreset(mousePreset(name));
    Q_EMIT preferencesChanged();
}

void MainWindow::setTheme(Theme theme) {
    settings.theme = theme;
    settings.save();
    applyTheme(*qApp, theme);
    Q_EMIT preferencesChanged();
}

void MainWindow::setPanels(bool shown) {
    settings.panels = shown;
    showPage();
    Q_EMIT preferencesChanged();
}

void MainWindow::refreshRecent() {
    startPage->setRecent(settings.recent);
    auto* menu = findChild<QMenu*>(QStringLiteral("recentMenu"));
    if (!menu) return;
    menu->clear();
    menu->setEnabled(!settings.recent.isEmpty());
    for (const QString& path : settings.recent) menu->addAction(shortPath(path), this, [this, path] { open({path}); });
    if (settings.recent.isEmpty()) return;
    menu->addSeparator();
    menu->addAction(tr("Forget these"), this, [this] {
        settings.recent.clear();
        refreshRecent();
    });
}

/// What is pressed in an open list or menu is meant for it: Return there does not also enlarge a view.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && QApplication::activePopupWidget()) event->accept();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::say(const QString& sentence) {
    if (sentence.isEmpty()) return message->hide();
    if (pages->currentWidget() == startPage) return startPage->setProblem(sentence);
    message->setText(sentence);
    message->setToolTip(sentence);
    message->show();
    messageTimer.start(12000);
}

void MainWindow::showPage() {
    const bool empty = review.state().isEmpty();
    startPage->setOpening(opener->loader().isBusy());
    if (!empty && pages->currentWidget() != views) views->setFocus();
    pages->setCurrentWidget(empty ? static_cast<QWidget*>(startPage) : views);
    for (QDockWidget* panel : findChildren<QDockWidget*>())
        panel->setVisible(settings.panels &&
                          (panel->isAncestorOf(regions)
                               ? settings.regions && (review.state().shownCortex() || !openParticipant.isEmpty())
                               : !empty || opener->series().rowCount() > 0));
    seriesList->setCurrentIndex(opener->series().index(opener->shownRow()));
    if (!empty) askMousePreset();
}

void MainWindow::showReadOut(const std::optional<WorldPoint>& pointer) {
    readOut->showPlace(review.state(), navigation.state(), pointer.value_or(navigation.state().cursorLps));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = localPaths(*event->mimeData());
    event->acceptProposedAction();
    const auto* layers = findChild<QDockWidget*>(QStringLiteral("layers"));
    open(paths, layers->isVisible() && layers->geometry().contains(event->position().toPoint()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    opening.clear(); // nothing is noted any more
    noted.clear();
    delete study;
    compared->keep();
    kept.reset();
    opener->loader().cancel();
    derived->cancel();
    area->cine().stop();
    settings.windowGeometry = saveGeometry();
    settings.windowState = saveState();
    settings.look = review.state();
    settings.look.layers.clear();
    settings.look.visits.clear();
    settings.save();
    event->accept();
}

} // namespace neuraxis
