from django.urls import path

from goldenthread.gatherings.afterwards.views import convening, taking, writing

AT = "gatherings/<slug:slug>/"

urlpatterns = [
    path("certificates/", taking.verifications, name="verifications"),
    path("certificates/<slug:code>/", taking.verification, name="verification"),
    path(f"{AT}afterwards/", convening.afterwards, name="afterwards"),
    path(f"{AT}afterwards/certificates/", convening.certificates, name="certificates"),
    path(f"{AT}afterwards/certificates.pdf", convening.certificates_pdf, name="certificates_pdf"),
    path(f"{AT}afterwards/letters/", writing.afterwords, name="afterwords"),
    path(f"{AT}afterwards/letters/<int:pk>/", writing.afterword, name="afterword"),
    path(f"{AT}afterwards/outcome/", convening.outcome, name="outcome"),
    path(f"{AT}archive.zip", convening.archive, name="archive"),
    path(f"{AT}feedback/", taking.feedback, name="feedback"),
    path(f"{AT}day/certificate/", taking.certificate, name="certificate"),
    path(f"{AT}day/feedback/", taking.feedback_form, name="feedback_form"),
    path(f"{AT}day/of/<slug:key>/certificate/", taking.certificate, name="certificate_of"),
    path(f"{AT}day/of/<slug:key>/feedback/", taking.feedback_form, name="feedback_of"),
]
