#include "app/translate.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace neuraxis {

void installTranslation(const QString& language) {
    // Numbers look the same everywhere: in pictures, fields and tables.
    QLocale::setDefault(QLocale::c());
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    const auto install = [](const QLocale& spoken, const QString& name, const QString& folder) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(spoken, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // The later is asked first: English, with its plurals, for all that the language has not; then ours and Qt's own.
    install(QLocale(QLocale::English), QStringLiteral("neuraxis"), QStringLiteral(":/i18n"));
    install(locale, QStringLiteral("neuraxis"), QStringLiteral(":/i18n"));
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace neuraxis
