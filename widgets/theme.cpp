#include "widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

namespace neuraxis {

namespace {

struct Colours {
    const char *window, *panel, *field, *border, *text, *quiet, *accent, *accentText, *hover, *warning;
};
constexpr Colours dark = {"#16181c", "#1d2026", "#262a32", "#343944", "#e6e8ec",
                          "#9aa1ad", "#4c9aff", "#ffffff", "#2e333d", "#ffc45c"};
constexpr Colours light = {"#eceef1", "#f8f9fa", "#ffffff", "#ccd1d9", "#1b1e24",
                           "#5c6370", "#1565d8", "#ffffff", "#e2e6ec", "#9a5b00"};

} // namespace

void applyTheme(QApplication& application, Theme theme) {
    const Colours& c = theme == Theme::Dark ? dark : light;
    const auto colour = [](const char* name) { return QColor(QLatin1String(name)); };
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QPalette palette;
    palette.setColor(QPalette::Window, colour(c.panel));
    palette.setColor(QPalette::WindowText, colour(c.text));
    palette.setColor(QPalette::Base, colour(c.field));
    palette.setColor(QPalette::AlternateBase, colour(c.panel));
    palette.setColor(QPalette::Text, colour(c.text));
    palette.setColor(QPalette::Button, colour(c.field));
    palette.setColor(QPalette::ButtonText, colour(c.text));
    palette.setColor(QPalette::BrightText, colour(c.accentText));
    palette.setColor(QPalette::ToolTipBase, colour(c.field));
    palette.setColor(QPalette::ToolTipText, colour(c.text));
    palette.setColor(QPalette::PlaceholderText, colour(c.quiet));
    palette.setColor(QPalette::Highlight, colour(c.accent));
    palette.setColor(QPalette::HighlightedText, colour(c.accentText));
    palette.setColor(QPalette::Link, colour(c.accent));
    palette.setColor(QPalette::Mid, colour(c.border));
    palette.setColor(QPalette::Light, colour(c.hover));
    palette.setColor(QPalette::Midlight, colour(c.hover));
    palette.setColor(QPalette::Dark, colour(c.border));
    palette.setColor(QPalette::Shadow, colour(c.window));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faint = colour(c.quiet);
        faint.setAlphaF(0.55f);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    application.setPalette(palette);
    if (QFontDatabase::families().contains(QStringLiteral("Inter"))) {
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(application.font().pointSizeF());
        application.setFont(font);
    }
    QFile sheet(QStringLiteral(":/styles/neuraxis.qss"));
    if (!sheet.open(QIODevice::ReadOnly)) return;
    QString style = QString::fromUtf8(sheet.readAll());
    for (const auto& [name, value] : {std::pair{"@window", c.window},
                                      {"@panel", c.panel},
                                      {"@field", c.field},
                                      {"@border", c.border},
                                      {"@text", c.text},
                                      {"@quiet", c.quiet},
                                      {"@accentText", c.accentText},
                                      {"@accent", c.accent},
                                      {"@hover", c.hover},
                                      {"@warning", c.warning}})
        style.replace(QLatin1String(name), QLatin1String(value));
    application.setStyleSheet(style);
}

} // namespace neuraxis
