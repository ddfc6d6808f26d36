"""A WebKitGTK window that WebDriver drives and that keeps its data as a user's browser does.

WebKitGTK's own MiniBrowser forgets everything under automation, so a killed browser could not be
tested with it. Owns where data and downloads go; knows nothing of the page under test.

Usage: webkit.py --automation DATA_FOLDER DOWNLOAD_FOLDER PROXY "[dark] [still]" LANGUAGE
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

data, downloads, proxy, wishes, language = sys.argv[2:7]

settings = Gtk.Settings.get_default()
settings.set_property("gtk-application-prefer-dark-theme", "dark" in wishes)
settings.set_property("gtk-enable-animations", "still" not in wishes)

manager = WebKit2.WebsiteDataManager(
    base_data_directory=data, base_cache_directory=os.path.join(data, "cache")
)
manager.set_network_proxy_settings(
    WebKit2.NetworkProxyMode.CUSTOM,
    WebKit2.NetworkProxySettings.new(proxy, ["127.0.0.1"]),
)
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_automation_allowed(True)
context.set_preferred_languages([language])


def choose_destination(download, name):
    download.set_destination("file://" + os.path.join(downloads, name))
    return True


def new_view(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window(default_width=1200, default_height=900)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _view: window.destroy())
    view.grab_focus()
    return view


def session_started(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("MiniBrowser")
    info.set_version(2, 50, 0)
    session.set_application_info(info)
    session.connect("create-web-view", new_view)


context.connect("automation-started", session_started)
context.connect(
    "download-started",
    lambda _context, download: download.connect("decide-destination", choose_destination),
)
Gtk.main()
