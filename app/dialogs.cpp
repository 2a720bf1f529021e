#include "app/dialogs.h"

#include "app/actions.h"
#include "app/main_window.h"
#include "core/io/format.h"
#include "core/io/region_stats.h"
#include "core/render/snapshot.h"
#include "widgets/canvas.h"
#include "widgets/shortcut_sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

QString lastFolder(MainWindow& window) {
    const QStringList& recent = window.preferences().recent;
    return recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.front()).absolutePath();
}

/// Draws the picture and makes something of it on another thread, then gives that to `use` on this one.
template <class Result> void drawPicture(MainWindow& window, Result (*make)(const QImage&, const QString& path),
                                         const QString& path, const std::function<void(const Result&)>& use) {
    render::SnapshotOptions options;
    options.size = window.canvas().size();
    options.scale = 2;
    auto* watcher = new QFutureWatcher<Result>(&window);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &window, [watcher, use] {
        use(watcher->result());
        watcher->deleteLater();
    });
    // On the shared pool: a picture being written is finished before the program ends.
    watcher->setFuture(QtConcurrent::run([state = window.canvas().shownState(), place = window.place().state(), options,
                                          make, path] { return make(render::snapshot(state, place, options), path); }));
}

/// The reason why it could not be written; empty when it was.
QString writePng(const QImage& image, const QString& path) {
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly) && image.save(&file, "PNG", 80) && file.commit();
    return good ? QString() : file.errorString();
}

} // namespace

QStringList askFiles(MainWindow& window) {
    QStringList patterns;
    for (const QString& suffix : io::openableSuffixes()) patterns += u'*' + suffix;
    return QFileDialog::getOpenFileNames(&window, Texts::tr("Open files"), lastFolder(window),
                                         Texts::tr("All files (*)") + QStringLiteral(";;") +
                                             Texts::tr("Images (%1)").arg(patterns.join(u' ')));
}

void openStudy(MainWindow& window) {
    QFileDialog dialog(&window, Texts::tr("Open a study, or name a new one"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setOption(QFileDialog::DontConfirmOverwrite); // it is opened, not written over
    dialog.setLabelText(QFileDialog::Accept, Texts::tr("Open"));
    dialog.setNameFilter(Texts::tr("Studies (*.neuraxis)"));
    dialog.setDefaultSuffix(QStringLiteral("neuraxis"));
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        window.openStudy(dialog.selectedFiles().first());
}

QStringList askFolder(MainWindow& window) {
    const QString folder = QFileDialog::getExistingDirectory(&window, Texts::tr("Open a folder"), lastFolder(window));
    return folder.isEmpty() ? QStringList() : QStringList{folder};
}

void savePicture(MainWindow& window) {
    QString path = QFileDialog::getSaveFileName(&window, Texts::tr("Save the picture"),
                                                QDir::homePath() + QStringLiteral("/neuraxis.png"),
                                                Texts::tr("PNG picture (*.png)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".png");
    drawPicture<QString>(window, writePng, path, [&window, path](const QString& reason) {
        if (reason.isEmpty())
            window.say(Texts::tr("The picture was saved."));
        else
            QMessageBox::warning(&window, Texts::tr("Save the picture"),
                                 Texts::tr("%1 could not be written: %2. Choose another folder.")
                                     .arg(QFileInfo(path).fileName(), reason));
    });
}

void copyPicture(MainWindow& window) {
    drawPicture<QImage>(
        window, [](const QImage& image, const QString&) { return image; }, {},
        [&window](const QImage& image) {
            QApplication::clipboard()->setImage(image);
            window.say(Texts::tr("The picture is on the clipboard."));
        });
}

QString saveTable(QWidget& parent, const QString& tsv, const QString& name) {
    const QString path = QFileDialog::getSaveFileName(&parent, Texts::tr("Save the table"), name,
                                                      Texts::tr("Tab-separated values (*.tsv)"));
    if (path.isEmpty()) return {};
    QSaveFile file(path);
    const QByteArray bytes = tsv.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return Texts::tr("The table could not be written: %1.").arg(file.errorString());
}

void chooseLabelTable(MainWindow& window, int layer) {
    const QString path =
        QFileDialog::getOpenFileName(&window, MainWindow::tr("Load a label table"), {},
                                     MainWindow::tr("Tables (*.txt *.ctab *.lut *.tsv);;All files (*)"));
    const auto index = static_cast<std::size_t>(layer);
    if (path.isEmpty() || index >= window.document().state().layers.size()) return;
    try {
        const auto table = std::make_shared<const LabelTable>(io::readLabelTable(path));
        window.document().edit(MainWindow::tr("Load a label table"),
                               [&](ReviewState& state) { state.layers[index].display.labels = table; });
    } catch (const io::Error& error) {
        window.say(error.sentence());
    }
}

void showSkipped(MainWindow& window) {
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MainWindow::tr("Files that are not shown"));
    auto* list = new QTreeWidget;
    list->setHeaderLabels({MainWindow::tr("File"), MainWindow::tr("Folder"), MainWindow::tr("Reason")});
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    for (const io::Skipped& one : window.files().skipped()) {
        auto* item = new QTreeWidgetItem(
            list, {QFileInfo(one.path).fileName(), QFileInfo(one.path).dir().dirName(), one.reason});
        item->setToolTip(0, one.path);
        item->setToolTip(2, one.reason);
    }
    list->setColumnWidth(0, 220);
    list->setColumnWidth(1, 140);
    list->setTextElideMode(Qt::ElideMiddle);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(box);
    dialog->resize(860, 420);
    dialog->open();
}

void showShortcuts(MainWindow& window) {
    QList<ShortcutGroup> groups{mouseGroup(mousePreset(window.preferences().mousePreset))};
    for (const ActionRow& row : actionTable()) {
        if (row.keys.isEmpty() || row.keys.front().isEmpty()) continue;
        QString heading = row.menu.section(u'/', 0, 0), text = row.text;
        heading.remove(u'&');
        text.remove(u'&');
        QStringList keys;
        for (const QKeySequence& key : row.keys) keys += key.toString(QKeySequence::NativeText);
        if (groups.back().heading != heading) groups.append({heading, {}});
        groups.back().rows.append({keys.join(Texts::tr(" or ")), text.remove(u'…')});
    }
    ShortcutSheet sheet(groups, &window);
    sheet.exec();
}

void showAbout(MainWindow& window) {
    QMessageBox::about(&window, Texts::tr("About Neuraxis"),
                       Texts::tr("<h3>Neuraxis %1</h3><p>MRI of brain and spinal cord for the study of ALS.</p>"
                                 "<p><b>For research use only. Not for diagnosis.</b></p>"
                                 "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(QApplication::applicationVersion()));
}

} // namespace neuraxis
