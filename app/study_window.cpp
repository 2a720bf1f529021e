#include "app/study_window.h"

#include "app/mapping_form.h"
#include "widgets/busy_bar.h"
#include "widgets/form_parts.h"
#include "widgets/study_panel.h"

#include <QCloseEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace neuraxis {

namespace {
constexpr qsizetype mostProblems = 500; ///< That are listed; nobody reads more, and the rest is counted
} // namespace

StudyWindow::StudyWindow(StudyKeeper& keeper, Settings& settings, QWidget* parent)
    : QMainWindow(parent), settings(settings), kept(keeper), people(new StudyPanel) {
    setWindowTitle(tr("Study") + QStringLiteral(" – Neuraxis"));
    setAcceptDrops(true);
    setCentralWidget(people);
    makeStatusBar();
    QMap<QString, CohortFilter> filters;
    for (auto it = settings.studyFilters.begin(); it != settings.studyFilters.end(); ++it)
        filters[it.key()] = CohortFilter::fromJson(QJsonDocument::fromJson(it.value().toUtf8()).object());
    people->setSavedFilters(filters);
    connect(people, &StudyPanel::savedFiltersChanged, this, [this] {
        this->settings.studyFilters.clear();
        for (auto it = people->savedFilters().begin(); it != people->savedFilters().end(); ++it)
            this->settings.studyFilters[it.key()] =
                QString::fromUtf8(QJsonDocument(it.value().toJson()).toJson(QJsonDocument::Compact));
        this->settings.save();
    });
    connect(people, &StudyPanel::opened, this, &StudyWindow::openParticipant);
    connect(&kept, &StudyKeeper::cohortChanged, this, &StudyWindow::showCohort);
    connect(&kept, &StudyKeeper::troubled, this, &StudyWindow::say);
    const auto showBusy = [this] {
        busy->refresh();
        addButton->setEnabled(!kept.isBusy());
        addFilesButton->setEnabled(!kept.isBusy());
    };
    connect(&kept, &StudyKeeper::busyChanged, this, showBusy);
    connect(&kept, &StudyKeeper::tableGuessed, this, &StudyWindow::ask);
    connect(&kept, &StudyKeeper::added, this, &StudyWindow::report);
    if (kept.cohort()) showCohort(kept.cohort());
    showBusy();
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(settings.studyGeometry);
}

void StudyWindow::makeStatusBar() {
    addButton = new QToolButton;
    addButton->setObjectName(QStringLiteral("addToStudy"));
    addButton->setText(tr("Add a folder…"));
    addButton->setToolTip(tr("Images, BIDS data sets, FreeSurfer, CATO, cord and clinical tables. Nothing is copied or "
                             "changed. Folders and files may also be dropped here."));
    connect(addButton, &QToolButton::clicked, this, &StudyWindow::chooseToAdd);
    addFilesButton = new QToolButton;
    addFilesButton->setText(tr("Add files…"));
    addFilesButton->setToolTip(tr("Clinical tables and single images."));
    connect(addFilesButton, &QToolButton::clicked, this, &StudyWindow::chooseFilesToAdd);
    message = new QLabel;
    message->setObjectName(QStringLiteral("notice"));
    message->hide();
    busy = new BusyBar([this]() -> BusyBar::State {
        const io::Job* job = kept.job();
        return {kept.isBusy(), job ? job->stepsDone() : 0, job ? job->stepsTotal() : 0};
    });
    connect(busy, &BusyBar::cancelled, &kept, &StudyKeeper::cancel);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(12, 2, 12, 2);
    statusBar()->addWidget(addButton);
    statusBar()->addWidget(addFilesButton);
    statusBar()->addWidget(message, 1);
    statusBar()->addPermanentWidget(busy);
}

void StudyWindow::openParticipant(const QString& uid) {
    const CohortIndex* index = people->index();
    const int row = index ? index->rowOf(uid) : -1;
    if (row < 0) return;
    current = uid;
    people->setCurrent(uid);
    const QString name = index->row(row).participant->name;
    const VisitImages images = imagesOf(*index, uid);
    if (images.images.empty()) {
        const QString sentence = index->cohort().simulated
                                     ? tr("%1 is simulated and has no images. Those named DEMO have.").arg(name)
                                     : tr("The study knows of no images of %1. Add their folder.").arg(name);
        say(sentence);
        Q_EMIT nothingToOpen(sentence);
        return;
    }
    say({});
    Q_EMIT opened(images, name);
    QStringList next;
    for (const int step : {1, -1})
        if (const QString other = people->neighbour(uid, step); !other.isEmpty())
            next << imagesOf(*people->index(), other).paths();
    prefetcher.fetch(next);
}

void StudyWindow::openNeighbour(int step) {
    const QString next = people->neighbour(current.isEmpty() ? people->current() : current, step);
    if (!next.isEmpty()) return openParticipant(next);
    const QString sentence = step > 0 ? tr("This is the last participant with images in the list.")
                                      : tr("This is the first participant with images in the list.");
    say(sentence);
    Q_EMIT nothingToOpen(sentence);
}

void StudyWindow::chooseToAdd() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Add a folder to the study"));
    if (!folder.isEmpty()) kept.add({folder});
}

void StudyWindow::chooseFilesToAdd() {
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Add files to the study"));
    if (!files.isEmpty()) kept.add(files);
}

void StudyWindow::say(const QString& sentence) {
    message->setText(sentence);
    message->setToolTip(sentence);
    message->setVisible(!sentence.isEmpty());
}

void StudyWindow::showCohort(const std::shared_ptr<const Cohort>& now) {
    people->setCohort(now);
    setWindowTitle((now->name.isEmpty() ? tr("Study") : now->name) + QStringLiteral(" – Neuraxis"));
}

void StudyWindow::ask(const std::shared_ptr<TableQuestion>& question) {
    auto* form = new MappingForm(question->table, question->mapping, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &QDialog::accepted, this, [form, question] {
        question->mapping = form->mapping();
        question->agree();
    });
    connect(form, &QDialog::rejected, this, [question] { question->leaveOut(); });
    connect(&kept, &StudyKeeper::busyChanged, form, &QDialog::close); // cancelled meanwhile
    form->open();
}

void StudyWindow::report(const study::TakenIn& taken) {
    QString sum = taken.records == 0 ? tr("Nothing new was found.")
                                     : tr("%n record(s) were new or different.", nullptr, taken.records);
    if (const QString shifted = taken.shiftedInWords(); !shifted.isEmpty()) sum += u' ' + shifted;
    const QStringList& problems = taken.problems;
    if (problems.isEmpty()) return say(sum);
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What was taken into the study"));
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(new QLabel(sum + u' ' + tr("%n remark(s):", nullptr, static_cast<int>(problems.size()))));
    auto* list = new QListWidget;
    list->addItems(problems.mid(0, mostProblems));
    if (const auto more = static_cast<int>(problems.size() - mostProblems); more > 0)
        list->addItem(tr("… and %n more.", nullptr, more));
    list->setWordWrap(true);
    list->setAlternatingRowColors(true);
    layout->addWidget(list);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    layout->addWidget(box);
    dialog->resize(760, 420);
    dialog->open();
}

void StudyWindow::closeEvent(QCloseEvent* event) {
    for (MappingForm* form : findChildren<MappingForm*>()) form->close(); // adding goes on without that table
    settings.studyGeometry = saveGeometry();
    settings.save();
    event->accept();
}

void StudyWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void StudyWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = localPaths(*event->mimeData());
    event->acceptProposedAction();
    if (!paths.isEmpty()) kept.add(paths);
}

} // namespace neuraxis
